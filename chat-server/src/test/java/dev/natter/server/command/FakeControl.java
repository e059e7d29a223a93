package dev.natter.server.command;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that does nothing, and waits only when a test says so. */
public final class FakeControl implements ServerControl {

    private record Delayed(Duration delay, Runnable task) {}

    private final Queue<Delayed> delayed = new ArrayDeque<>();
    private final Queue<Runnable> aside = new ArrayDeque<>();
    private boolean atOnce = true;
    private final List<String> stops = new ArrayList<>();
    private @Nullable RuntimeException fault;

    /** The delays for which something waits. */
    List<Duration> delays() {
        return delayed.stream().map(Delayed::delay).toList();
    }

    /** Lets the time pass for which the first of them waits. */
    void delayIsOver() {
        delayed.remove().task().run();
    }

    /** Why it was stopped, each time. */
    List<String> stops() {
        return stops;
    }

    /** Makes STATS fail as no command should, with a short stack trace: the tests' own output is to be readable. */
    void failsWith(RuntimeException newFault) {
        newFault.setStackTrace(new StackTraceElement[0]);
        fault = newFault;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        delayed.add(new Delayed(delay, task));
    }

    /** From now on what is done aside takes until a test says that it is done. */
    void takesItsTimeAside() {
        atOnce = false;
    }

    /** How much is under way aside. */
    int aside() {
        return aside.size();
    }

    /** Lets the first of what is under way aside be done. */
    void asideIsDone() {
        aside.remove().run();
    }

    @Override
    public <T> void aside(Supplier<T> work, Consumer<T> then) {
        if (atOnce) {
            then.accept(work.get());
        } else {
            aside.add(() -> then.accept(work.get()));
        }
    }

    @Override
    public void stop(String reason) {
        stops.add(reason);
    }

    @Override
    public Duration uptime() {
        if (fault != null) {
            throw fault;
        }
        return Duration.ofSeconds(12);
    }

    @Override
    public long bytesSent() {
        return 1234;
    }
}
