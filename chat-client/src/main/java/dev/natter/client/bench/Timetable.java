package dev.natter.client.bench;

/**
 * When each message is to be sent, whatever became of those before. Times are nanoseconds since the begin; messages are
 * numbered from 0.
 *
 * @param warmUp how many messages come first that do not count
 * @param messages how many there are in all
 */
record Timetable(double nanosBetween, long warmUp, long messages) {

    /** @param rate messages a second, 1 or more */
    static Timetable of(Course course, int rate) {
        double nanosBetween = 1e9 / rate;
        long warmUp = Math.round(course.warmUp().toNanos() / nanosBetween);
        long counted = Math.min(Math.round(course.counted().toNanos() / nanosBetween), course.messages());
        return new Timetable(nanosBetween, warmUp, Math.min(warmUp + counted, Course.MAX_MESSAGES));
    }

    long due(long message) {
        return (long) (message * nanosBetween);
    }
}
