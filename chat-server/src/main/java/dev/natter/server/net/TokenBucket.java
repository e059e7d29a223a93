package dev.natter.server.net;

import java.util.concurrent.TimeUnit;

/**
 * How many things there may be: so many at once, and so many a second in the long run. Whoever is too fast learns how
 * long to wait; nothing is refused. (The generic cell rate algorithm, ITU-T I.371: one time stamp instead of a count that
 * has to be refilled.) Not thread-safe.
 */
final class TokenBucket {

    private final long interval;
    private final long tolerance;

    /** When everything that was taken will have been earned, in the clock's nanoseconds. */
    private long earned;

    /**
     * @param rate things a second, one at least
     * @param burst things at once, one at least
     * @param now nanoseconds of any clock; it may overflow, as {@link System#nanoTime} may
     */
    TokenBucket(int rate, int burst, long now) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
        this.tolerance = interval * (burst - 1);
        this.earned = now;
    }

    /** Takes one now, and returns how many nanoseconds have to pass before the next. */
    long take(long now) {
        earned = (earned - now > 0 ? earned : now) + interval;
        return Math.max(0, earned - now - tolerance);
    }
}
