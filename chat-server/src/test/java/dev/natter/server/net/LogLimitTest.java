package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LogLimitTest {

    private final ManualClock clock = new ManualClock();
    private final LogLimit limit = new LogLimit(clock);

    @Test
    void theFirstTimeIsLogged() {
        assertThat(limit.count()).isEqualTo(1);
    }

    @Test
    void forTenSecondsTheOthersAreOnlyCounted() {
        limit.count();
        for (int i = 0; i < 5; i++) {
            assertThat(limit.count()).isZero();
        }
        clock.passes(Duration.ofMillis(9_999));
        assertThat(limit.count()).isZero();
        clock.passes(Duration.ofMillis(1));
        assertThat(limit.count()).isEqualTo(7);
        assertThat(limit.count()).isZero();
    }

    @Test
    void whatHappensSeldomIsAlwaysLogged() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.count()).isEqualTo(1);
            clock.passes(Duration.ofSeconds(10));
        }
    }
}
