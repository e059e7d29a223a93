package dev.natter.server.command;

import java.time.Duration;

/** What commands ask of the server around the chat. Owner thread only. */
public interface ServerControl {

    /** Why the server goes, where nobody said. */
    String DEFAULT_REASON = "the server is shutting down";

    /** Runs something on the owner thread after a while. */
    void after(Duration delay, Runnable task);

    /** Begins to stop the server; returns at once. */
    void stop(String reason);

    Duration uptime();

    /** How many bytes were sent to connections since the start. */
    long bytesSent();
}
