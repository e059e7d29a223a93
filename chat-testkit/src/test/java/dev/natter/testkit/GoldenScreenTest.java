package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = GoldenScreen.PROPERTY, matches = "write")
final class GoldenScreenTest {
    @Test
    void timesAndPortsDoNotCount() {
        assertThat(GoldenScreen.normalised(List.of(
                        "09:30 <alice> at 7:5 and 12:34:56, 123:45",
                        "[::1]:40001 127.0.0.1:7777 localhost:1",
                        "",
                        "last",
                        "",
                        "")))
                .containsExactly(
                        "HH:MM <alice> at 7:5 and HH:MM:SS, 123:45",
                        "[::1]:PORT 127.0.0.1:PORT localhost:PORT",
                        "",
                        "last");
    }

    @Test
    void aScreenIsComparedWithItsFile() {
        TerminalSetup setup = TerminalSetup.sized(40, 6).patience(Duration.ofMillis(300));
        try (TerminalUnderTest cat = setup.runs("cat")) {
            cat.types("12:34 é").presses("Enter").looksLike("kit/two-lines");
            cat.types("x");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> cat.looksLike("kit/two-lines"))
                    .withMessageEndingWith("\n- expected, + shown:\n  HH:MM é\n  HH:MM é\n- \n+ x\n");
        }
    }

    @Test
    void aScreenThatIsNotKeptYet() {
        try (TerminalUnderTest cat = TerminalSetup.sized(40, 6).runs("cat")) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> cat.looksLike("kit/none"))
                    .withMessageEndingWith("-Dnatter.screens=write writes it");
        }
    }
}
