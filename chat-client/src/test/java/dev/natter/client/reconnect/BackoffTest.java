package dev.natter.client.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = Backoff.usual();

    @Test
    void doublesUpToHalfAMinuteLessARandomHalf() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            assertIsNext(seconds);
        }
    }

    @Test
    void beginsAnewAfterAConnectionThatLasted() {
        assertIsNext(1);
        assertIsNext(2);
        backoff.hadConnectionFor(Duration.ofSeconds(30));
        assertIsNext(1);
    }

    @Test
    void aConnectionThatEndsAtOnceIsNoReasonToHurry() {
        assertIsNext(1);
        backoff.hadConnectionFor(Duration.ofSeconds(29));
        assertIsNext(2);
    }

    private void assertIsNext(int seconds) {
        Duration most = Duration.ofSeconds(seconds);
        assertThat(backoff.next()).isBetween(most.dividedBy(2), most);
    }
}
