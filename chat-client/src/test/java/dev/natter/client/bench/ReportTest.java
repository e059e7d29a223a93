package dev.natter.client.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void isATableForPeople() {
        Report report = new Report.Builder()
                .count("messages", "messages", 1_234_567)
                .seconds("seconds", "in", 3.0004)
                .perSecond("rate", "messages/s", 1_234_567, 3)
                .micros("p50Micros", "p50", 123_456)
                .generatorBusy(0.894)
                .fault("lost", "lost", 0)
                .build();
        assertThat(report.table()).isEqualTo("""
                        messages              1,234,567
                        in                        3.000 s
                        messages/s              411,522
                        p50                       123.5 µs
                        generator busy               89 %
                        lost                          0
                        """);
    }

    @Test
    void isJsonForScripts() {
        Report report = new Report.Builder()
                .count("messages", "messages", 100)
                .seconds("seconds", "in", 0.5)
                .note("as it was")
                .build();
        assertThat(report.json("throughput"))
                .isEqualTo("{\"mode\":\"throughput\",\"messages\":100,\"seconds\":0.500,\"generatorWasTheLimit\":false,"
                        + "\"notes\":[\"as it was\"]}");
    }

    @Test
    void aRateWithoutTimeIsNone() {
        assertThat(new Report.Builder().perSecond("rate", "rate", 5, 0).build().json("x"))
                .contains("\"rate\":0,");
    }

    @Test
    void isFaultlessAsLongAsNothingWentWrong() {
        assertThat(new Report.Builder().fault("lost", "lost", 0).build().isFaultless())
                .isTrue();
        assertThat(new Report.Builder()
                        .fault("lost", "lost", 1)
                        .fault("doubled", "doubled", 0)
                        .build()
                        .isFaultless())
                .isFalse();
    }

    @Test
    void saysThatTheGeneratorWasTheLimit() {
        Report report = new Report.Builder().generatorBusy(0.97).build();
        assertThat(report.table())
                .endsWith("the generator, not the server, was the limit: it was at work nearly all the time\n");
        assertThat(report.json("throughput")).contains("\"generatorWasTheLimit\":true");
    }
}
