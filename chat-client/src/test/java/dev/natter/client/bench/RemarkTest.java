package dev.natter.client.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[server] Welcome to natter. You are guest1 in #lobby (1 online). HELP lists the commands.",
                "[server] guest2 joined #lobby (2 online)",
                "[alice] [server] error: nothing of the kind",
                "{\"type\":\"ok\",\"command\":\"MSG\"}",
                "{\"type\":\"joined\",\"time\":\"2026-11-20T09:30:00.123Z\",\"room\":\"#lobby\",\"nick\":\"bob\",\"online\":2}",
            })
    void mostIsNoBadNews(String line) {
        assertThat(badNews(line)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "[server] error: you are in 50 rooms => you are in 50 rooms",
                "[server] closing: maintenance => closing: maintenance",
                "[server] you were killed by bob: spam => you were killed by bob: spam",
                "{\"type\":\"error\",\"command\":\"MSG\",\"code\":\"internal-error\",\"message\":\"oh\"} => oh",
                "{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00.123Z\",\"reason\":\"too slow\"} => closing: too slow"
                        + " (the generator reads more slowly than the server sends; the server's --sendq allows for more)",
                "{\"type\":\"error\"} => {\"type\":\"error\"}",
                "HTTP/1.1 400 Bad Request => whoever answers there does not speak Natter's protocol",
            })
    void badNewsAreASentence(String line, String sentence) {
        assertThat(badNews(line)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[server] error: too many connections from your address",
                "{\"type\":\"error\",\"command\":null,\"code\":\"too-many-connections\","
                        + "\"message\":\"too many connections from your address\"}"
            })
    void aRefusalNamesTheServersOption(String line) {
        assertThat(badNews(line))
                .isEqualTo("too many connections from your address"
                        + " (the server's options --max-per-ip and --max-connections allow more)");
    }

    @Test
    void aWordIsFoundWhereverItStands() {
        byte[] line = "[server] pong answer-42".getBytes(UTF_8);
        assertThat(Remark.contains(line, 0, line.length, "answer-42".getBytes(UTF_8)))
                .isTrue();
        assertThat(Remark.contains(line, 0, line.length, "[server]".getBytes(UTF_8)))
                .isTrue();
        assertThat(Remark.contains(line, 0, line.length - 1, "answer-42".getBytes(UTF_8)))
                .isFalse();
        assertThat(Remark.contains(line, 0, 3, "answer-42".getBytes(UTF_8))).isFalse();
    }

    private static String badNews(String line) {
        byte[] bytes = ("..." + line + "...").getBytes(UTF_8);
        return Remark.badNews(bytes, 3, bytes.length - 3);
    }
}
