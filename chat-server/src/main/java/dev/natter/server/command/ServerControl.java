package dev.natter.server.command;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What commands ask of the server around the chat. Owner thread only. */
public interface ServerControl {

    /** Why the server goes, where nobody said. */
    String DEFAULT_REASON = "the server is shutting down";

    /** Runs something on the owner thread after a while. */
    void after(Duration delay, Runnable task);

    /**
     * Does something that takes long on a thread of its own, for which nobody waits: neither others nor a stop.
     *
     * @param work must not throw
     * @param then gets the result on the owner thread, unless the server stops before
     */
    <T> void aside(Supplier<T> work, Consumer<T> then);

    /** Begins to stop the server; returns at once. */
    void stop(String reason);

    Duration uptime();

    /** How many bytes were sent to connections since the start. */
    long bytesSent();
}
