package dev.natter.client.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How much later than a message was due something happened to it. As it counts from there, and not from when the message was
 * really sent, a stall counts for each message that was due during it. One thread only.
 */
final class Latencies {

    /** What takes longer counts as this long. */
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private static final int DIGITS = 3;

    private final Timetable timetable;
    private final Histogram histogram = new Histogram(LONGEST_NANOS, DIGITS);

    Latencies(Timetable timetable) {
        this.timetable = timetable;
    }

    /**
     * Counts, unless the message is one of the warm-up.
     *
     * @param nanos since the begin of the timetable
     */
    void note(long message, long nanos) {
        if (message >= timetable.warmUp()) {
            histogram.recordValue(Math.min(nanos - timetable.due(message), LONGEST_NANOS));
        }
    }

    long count() {
        return histogram.getTotalCount();
    }

    /** In nanoseconds, to three digits; 0 if nothing has been counted. */
    long percentile(double percent) {
        return histogram.getValueAtPercentile(percent);
    }
}
