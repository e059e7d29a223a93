package dev.natter.client.reconnect;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: twice as long each time, up to a bound. A random half of that is left out, or all
 * the clients of a server that was restarted would come back at the same moments. One thread at a time.
 */
public final class Backoff {

    private static final Duration USUAL_FIRST = Duration.ofSeconds(1);
    private static final Duration USUAL_MOST = Duration.ofSeconds(30);

    private final Duration first;
    private final Duration most;
    private Duration next;

    /** @param first at most before the first attempt; half of it at least */
    public Backoff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
        this.next = first;
    }

    /** From half a second or one up to half a minute. */
    public static Backoff usual() {
        return new Backoff(USUAL_FIRST, USUAL_MOST);
    }

    Duration next() {
        long nanos = next.toNanos();
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(most) < 0 ? twice : most;
        return Duration.ofNanos(nanos - (long) (ThreadLocalRandom.current().nextDouble() * nanos / 2));
    }

    /** There was a connection. One that ends as soon as it has begun is no reason to be less patient. */
    void hadConnectionFor(Duration time) {
        if (time.compareTo(most) >= 0) {
            next = first;
        }
    }
}
