package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** With {@code cat} and {@code sh} for the real clients, as nearly every machine has them. */
final class RealClientTest {
    @Test
    void aProgramIsTalkedTo() {
        try (RunningClient cat = RealClient.orSkip("cat").starts(List.of())) {
            cat.sends("héllo").hears("h*o").sendsRaw("one\ntwo").hears("one").hangUp();
            RealClient.Outcome outcome = cat.ends();
            assertThat(outcome).isEqualTo(new RealClient.Outcome(0, "héllo\none\ntwo", ""));
            assertThat(outcome.lines()).containsExactly("héllo", "one", "two");
        }
    }

    @Test
    void aProgramIsFed() {
        String much = "0123456789abcde\n".repeat(100_000);
        assertThat(RealClient.orSkip("cat").runs(List.of(), much).output()).isEqualTo(much);
    }

    @Test
    void aProgramThatDoesNotReadWhatItIsFed() {
        RealClient sh = RealClient.orSkip("sh");
        assertThat(sh.runs(List.of("-c", "echo out; echo err >&2; exit 3"), "x".repeat(1_000_000)))
                .isEqualTo(new RealClient.Outcome(3, "out\n", "err\n"));
    }

    @Test
    void aProgramThatDoesNotEnd() {
        RealClient sh = RealClient.orSkip("sh");
        try (RunningClient cat = sh.starts(List.of("-c", "echo here I am; exec cat"), Duration.ofMillis(100))) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(cat::ends)
                    .withMessageContaining("did not end within 100 ms");
        }
    }

    @Test
    void aMissingProgramIsASkippedTest() {
        assertThat(RealClient.find("no-such-program")).isEmpty();
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> RealClient.orSkip("no-such-program", Map.of()))
                .withMessageContaining("no-such-program is not installed");
    }

    @Test
    void aMissingProgramThatIsRequiredIsAFailure() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RealClient.orSkip("no-such-program", Map.of(RealClient.REQUIRED, "1")))
                .withMessage("no-such-program is not installed, and NATTER_REQUIRE_REAL_CLIENTS is 1");
    }
}
