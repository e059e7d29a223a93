package dev.natter.client.bench;

/**
 * How far everything was at some moment.
 *
 * @param nanos on a clock without a meaningful start
 * @param processorNanos of the event loop
 * @param messages that their observer has got
 */
record Mark(long nanos, long processorNanos, long messages, long deliveries, long bytes) {

    /** Before anything. */
    static final Mark NONE = new Mark(0, 0, 0, 0, 0);

    static Mark now(Generator generator, Tally tally, long messages) {
        return new Mark(System.nanoTime(), generator.processorNanos(), messages, tally.delivered, tally.bytes);
    }

    double secondsSince(Mark earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    /** The part of the time in which the event loop had a processor: from 0 to 1. */
    double busySince(Mark earlier) {
        return (processorNanos - earlier.processorNanos) / (double) Math.max(1, nanos - earlier.nanos);
    }
}
