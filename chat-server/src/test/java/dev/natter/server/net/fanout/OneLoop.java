package dev.natter.server.net.fanout;

import io.netty.channel.embedded.EmbeddedChannel;

/** An event loop that drains when a test says so, and connections on it. */
final class OneLoop {

    private final EmbeddedChannel tasks = new EmbeddedChannel();
    private final LoopFanOut fanOut = new LoopFanOut(tasks.eventLoop(), () -> {});
    private long connections;

    LoopFanOut fanOut() {
        return fanOut;
    }

    Member member() {
        return member(0);
    }

    /** @param maxUnread see {@link Outbox} */
    Member member(long maxUnread) {
        return new Member(fanOut, ++connections, maxUnread);
    }

    /** A drain begins and ends, if there is anything to be done. */
    void drains() {
        tasks.runPendingTasks();
    }
}
