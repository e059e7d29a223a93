package dev.natter.server.soak;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** How much there was. Any thread. */
final class Tally {

    private final LongAdder connections = new LongAdder();
    private final LongAdder lines = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder tooSlow = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void connected() {
        connections.increment();
    }

    /** A line was sent by one who counts the answers. */
    void asked() {
        lines.increment();
    }

    /** The answer that was due came. */
    void answered() {
        answers.increment();
    }

    /** A message came that was due. */
    void delivered() {
        deliveries.increment();
    }

    /** Somebody who did not read was disconnected. */
    void tooSlow() {
        tooSlow.increment();
    }

    /** A connection was refused, as there were too many. */
    void refused() {
        refused.increment();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d connections, %,d lines, %,d answers and %,d deliveries checked, %,d too slow, %,d refused",
                connections.sum(),
                lines.sum(),
                answers.sum(),
                deliveries.sum(),
                tooSlow.sum(),
                refused.sum());
    }
}
