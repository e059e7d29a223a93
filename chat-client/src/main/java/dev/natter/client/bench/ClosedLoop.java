package dev.natter.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As many messages as the server carries out. Each sender keeps a window of them under way; those that may speak again are
 * gathered while sockets are read, and speak once all that was there to read has been read: one write for each sender, however
 * many of its messages have arrived. Event loop only.
 */
final class ClosedLoop implements Load {

    private final Stage stage;
    private final Course course;
    private final int window;

    private final List<Sender> due = new ArrayList<>();
    private Runnable end = () -> {};

    private Mark first = Mark.NONE;
    private Mark last = Mark.NONE;
    private long arrived;

    /** How many messages may still be sent. During the warm-up there is no bound but that of the numbers. */
    private int allowed = Course.MAX_MESSAGES;

    private boolean settling;

    /** @param window how many messages each sender has under way, 1 or more */
    ClosedLoop(Stage stage, Course course, int window) {
        this.stage = stage;
        this.course = course;
        this.window = window;
    }

    @Override
    public void begin(List<Sender> senders, Runnable whenDone) {
        end = whenDone;
        if (course.warmUp().isZero()) {
            count();
        } else {
            stage.phase("warming up");
            stage.generator().loop().schedule(this::count, course.warmUp().toNanos(), TimeUnit.NANOSECONDS);
        }
        senders.forEach(this::maySpeak);
    }

    private void count() {
        stage.phase("measuring");
        first = mark();
        allowed = Math.min(allowed, course.messages());
        stage.generator().loop().schedule(this::timeIsOver, course.counted().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void timeIsOver() {
        if (!settling) {
            last = mark();
            settle(() -> {});
        }
    }

    /** Where messages are the bound, those under way are among them, and so is the time until they are there. */
    private void messagesAreOut() {
        settle(() -> last = mark());
    }

    private void settle(Runnable whenSettled) {
        settling = true;
        allowed = 0;
        stage.phase("waiting for what is under way");
        stage.settle(() -> {
            whenSettled.run();
            end.run();
        });
    }

    @Override
    public void heard(Member member, Sender sender, int number) {
        if (member == sender.observer()) {
            arrived++;
            sender.inFlight--;
            maySpeak(sender);
        }
    }

    private void maySpeak(Sender sender) {
        if (!sender.isDue) {
            sender.isDue = true;
            if (due.isEmpty()) {
                // Behind what is being read just now.
                stage.generator().loop().execute(this::speak);
            }
            due.add(sender);
        }
    }

    private void speak() {
        for (Sender sender : due) {
            sender.isDue = false;
            int messages = Math.min(window - sender.inFlight, allowed);
            if (messages > 0) {
                allowed -= messages;
                sender.inFlight += messages;
                sender.say(messages);
            }
        }
        due.clear();
        if (allowed == 0 && !settling) {
            messagesAreOut();
        }
    }

    private Mark mark() {
        return Mark.now(stage.generator(), stage.tally(), arrived);
    }

    @Override
    public void report(Report.Builder report) {
        double seconds = last.secondsSince(first);
        long messages = last.messages() - first.messages();
        long deliveries = last.deliveries() - first.deliveries();
        report.count("window", "in flight, each", window)
                .seconds("seconds", "seconds", seconds)
                .count("messages", "messages", messages)
                .count("deliveries", "deliveries", deliveries)
                .perSecond("messagesPerSecond", "messages/s", messages, seconds)
                .perSecond("deliveriesPerSecond", "deliveries/s", deliveries, seconds)
                .perSecond("bytesPerSecond", "bytes/s", last.bytes() - first.bytes(), seconds)
                .generatorBusy(last.busySince(first));
    }
}
