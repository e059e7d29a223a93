package dev.natter.server.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets something into the log once a while, and counts the rest: a storm must not fill the disk. Any thread. */
final class LogLimit {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Clock clock;
    private Instant next = Instant.MIN;
    private long unlogged;

    LogLimit(Clock clock) {
        this.clock = clock;
    }

    /** How many times it happened since it was last logged, this time included; 0 if this time is not to be logged. */
    synchronized long count() {
        unlogged++;
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return 0;
        }
        next = now.plus(PAUSE);
        long count = unlogged;
        unlogged = 0;
        return count;
    }
}
