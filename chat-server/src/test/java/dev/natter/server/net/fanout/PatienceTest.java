package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PatienceTest {

    private final Patience patience = new Patience(Duration.ofSeconds(3));

    @Test
    void itIsOverAfterSoManySecondsInARowWithoutProgress() {
        seconds(0, 0);
        assertThat(patience.isOver()).isFalse();
        seconds(0);
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void nextToNothingIsNoProgress() {
        seconds(Patience.LEAST_BYTES - 1, 1, Patience.LEAST_BYTES - 1);
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void anyProgressRestoresIt() {
        for (int i = 0; i < 100; i++) {
            seconds(0, 0, Patience.LEAST_BYTES);
            assertThat(patience.isOver()).isFalse();
        }
    }

    @Test
    void onlyWhoTakesMuchIsWorthWaitingFor() {
        assertThat(patience.isWorthWaiting()).isTrue();
        seconds(Patience.GOOD_BYTES - 1, Patience.GOOD_BYTES - 1, Patience.GOOD_BYTES - 1, Patience.GOOD_BYTES - 1);
        assertThat(patience.isWorthWaiting()).as("for some seconds").isTrue();
        seconds(Patience.GOOD_BYTES - 1);
        assertThat(patience.isWorthWaiting()).isFalse();
        seconds(Patience.GOOD_BYTES);
        assertThat(patience.isWorthWaiting()).isTrue();
    }

    @Test
    void withoutABoundItIsNeverOver() {
        Patience endless = new Patience(Duration.ZERO);
        for (int i = 0; i < 100_000; i++) {
            endless.second(0);
        }
        assertThat(endless.isOver()).isFalse();
    }

    private void seconds(long... taken) {
        for (long bytes : taken) {
            patience.second(bytes);
        }
    }
}
