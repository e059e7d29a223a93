package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenBucketTest {

    private static final int RATE = 10;
    private static final int BURST = 3;
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    /** The clock begins anywhere, also just before it overflows. */
    @ParameterizedTest
    @ValueSource(longs = {0, -5_000, Long.MAX_VALUE - 10, Long.MIN_VALUE})
    void aBurstIsFreeAndThenEachHasToWait(long start) {
        TokenBucket bucket = new TokenBucket(RATE, BURST, start);
        assertThat(bucket.take(start)).isZero();
        assertThat(bucket.take(start)).isZero();
        assertThat(bucket.take(start)).isEqualTo(INTERVAL);
        assertThat(bucket.take(start)).as("whoever does not wait").isEqualTo(2 * INTERVAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, BURST, 100})
    void inTheLongRunTheRateIsKept(int burst) {
        TokenBucket bucket = new TokenBucket(RATE, burst, 0);
        long now = 0;
        int taken = 0;
        while (now < TimeUnit.SECONDS.toNanos(60)) {
            now += bucket.take(now);
            taken++;
        }
        assertThat(taken).isBetween(60 * RATE + burst - 1, 60 * RATE + burst + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 10})
    void whoeverWasSilentHasAWholeBurstAgainAndNoMore(long start) {
        TokenBucket bucket = new TokenBucket(RATE, BURST, start);
        for (int i = 0; i < 10; i++) {
            bucket.take(start);
        }
        long later = start + TimeUnit.HOURS.toNanos(1);
        assertThat(bucket.take(later)).isZero();
        assertThat(bucket.take(later)).isZero();
        assertThat(bucket.take(later)).isEqualTo(INTERVAL);
    }
}
