package dev.natter.client.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Messages at a given rate, whatever becomes of them. When each was to be sent follows from its number, and from there its
 * latency counts: a stall, of the server or of the generator, counts for all that should have been sent during it, too. Event
 * loop only.
 */
final class OpenLoop implements Load {

    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int DIGITS = 3;

    private final Stage stage;
    private final double nanosBetween;
    private final long warmUpMessages;
    private final long messages;

    private final Histogram latency = new Histogram(LONGEST_NANOS, DIGITS);
    private final Histogram lateness = new Histogram(LONGEST_NANOS, DIGITS);

    private List<Sender> senders = List.of();
    private Runnable end = () -> {};
    private long begun;
    private long sent;

    /** @param rate messages a second, over all senders; 1 or more */
    OpenLoop(Stage stage, Course course, int rate) {
        this.stage = stage;
        this.nanosBetween = 1e9 / rate;
        this.warmUpMessages = (long) (course.warmUp().toNanos() / nanosBetween);
        long counted = Math.min((long) (course.counted().toNanos() / nanosBetween), course.messages());
        this.messages = Math.min(warmUpMessages + counted, Course.MAX_MESSAGES);
    }

    @Override
    public void begin(List<Sender> all, Runnable whenDone) {
        senders = all;
        end = whenDone;
        begun = System.nanoTime();
        stage.phase("measuring");
        speak();
    }

    private void speak() {
        long now = System.nanoTime();
        while (sent < messages && intended(sent) <= now) {
            note(lateness, sent, now);
            if (!say(senders.get((int) (sent % senders.size())))) {
                return;
            }
            sent++;
        }
        if (sent == messages) {
            stage.phase("waiting for what is under way");
            stage.settle(end);
        } else {
            // What a sleep may end late by is spent awake, reading: a task that is scheduled for now runs behind that,
            // while one that is executed again and again would run before.
            long sleep = intended(sent) - now - stage.generator().oversleepNanos();
            stage.generator().loop().schedule(this::speak, Math.max(0, sleep), TimeUnit.NANOSECONDS);
        }
    }

    /** What a server does not take waits in memory, and that not without bound. */
    private boolean say(Sender sender) {
        if (!sender.member().connection().channel().isWritable()) {
            stage.breakOff(BenchException.because("the server does not take messages at that rate"));
            return false;
        }
        sender.say(1);
        return true;
    }

    @Override
    public void heard(Member member, Sender sender, int number) {
        // The senders take turns, so it was this one of all messages.
        note(latency, (long) number * senders.size() + sender.number(), System.nanoTime());
    }

    private void note(Histogram histogram, long message, long now) {
        if (message >= warmUpMessages) {
            histogram.recordValue(Math.min(now - intended(message), LONGEST_NANOS));
        }
    }

    private long intended(long message) {
        return begun + (long) (message * nanosBetween);
    }

    @Override
    public void report(Report.Builder report) {
        long late = lateness.getValueAtPercentile(99);
        report.count("rate", "messages/s", Math.round(1e9 / nanosBetween))
                .count("messages", "messages", lateness.getTotalCount())
                .count("deliveries", "deliveries", latency.getTotalCount())
                .micros("p50Micros", "p50", latency.getValueAtPercentile(50))
                .micros("p90Micros", "p90", latency.getValueAtPercentile(90))
                .micros("p99Micros", "p99", latency.getValueAtPercentile(99))
                .micros("p999Micros", "p99.9", latency.getValueAtPercentile(99.9))
                .micros("maxMicros", "max", latency.getMaxValue())
                .micros("sentLateP99Micros", "sent late, p99", late);
        if (2 * late > latency.getValueAtPercentile(99)) {
            report.generatorWasTheLimit("it sent its messages late");
        }
    }
}
