package dev.natter.client.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Messages at a given rate, whatever becomes of them. When each was to be sent follows from its number, and from there its
 * latency counts: a stall, of the server or of the generator, counts for all that should have been sent during it, too. Event
 * loop only.
 */
final class OpenLoop implements Load {

    private final Stage stage;
    private final Timetable timetable;
    private final Latencies latency;
    private final Latencies lateness;

    private List<Sender> senders = List.of();
    private Runnable end = () -> {};
    private long begun;
    private long sent;

    /** @param rate messages a second, over all senders; 1 or more */
    OpenLoop(Stage stage, Course course, int rate) {
        this.stage = stage;
        this.timetable = Timetable.of(course, rate);
        this.latency = new Latencies(timetable);
        this.lateness = new Latencies(timetable);
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
        long now = System.nanoTime() - begun;
        while (sent < timetable.messages() && timetable.due(sent) <= now) {
            lateness.note(sent, now);
            if (!say(senders.get((int) (sent % senders.size())))) {
                return;
            }
            sent++;
        }
        if (sent == timetable.messages()) {
            stage.phase("waiting for what is under way");
            stage.settle(end);
        } else {
            // What a sleep may end late by is spent awake, reading: a task that is scheduled for now runs behind that,
            // while one that is executed again and again would run before.
            long sleep = timetable.due(sent) - now - stage.generator().oversleepNanos();
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
        latency.note((long) number * senders.size() + sender.number(), System.nanoTime() - begun);
    }

    @Override
    public void report(Report.Builder report) {
        long late = lateness.percentile(99);
        report.count("rate", "messages/s", Math.round(1e9 / timetable.nanosBetween()))
                .count("messages", "messages", lateness.count())
                .count("deliveries", "deliveries", latency.count())
                .micros("p50Micros", "p50", latency.percentile(50))
                .micros("p90Micros", "p90", latency.percentile(90))
                .micros("p99Micros", "p99", latency.percentile(99))
                .micros("p999Micros", "p99.9", latency.percentile(99.9))
                .micros("maxMicros", "max", latency.percentile(100))
                .micros("sentLateP99Micros", "sent late, p99", late);
        if (2 * late > latency.percentile(99)) {
            report.generatorWasTheLimit("it sent its messages late");
        }
    }
}
