package dev.natter.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that stands still until a test lets some of it pass. */
public final class ManualClock extends Clock {

    private Instant now = Instant.parse("2026-11-20T09:30:00Z");

    /** Lets time pass; a negative time is a clock that somebody has set back. */
    public void passes(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
