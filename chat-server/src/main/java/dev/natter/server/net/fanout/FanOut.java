package dev.natter.server.net.fanout;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.HashMap;
import java.util.Map;

/** The fan-out of all event loops. Any thread. */
public final class FanOut {

    private final Map<EventLoop, LoopFanOut> loops = new HashMap<>();

    /** What is to happen, on whatever loop, when one that was behind has caught up. */
    private volatile Runnable onRoom = () -> {};

    public FanOut(EventLoopGroup group) {
        for (EventExecutor loop : group) {
            loops.put((EventLoop) loop, new LoopFanOut((EventLoop) loop, () -> onRoom.run()));
        }
    }

    public LoopFanOut of(EventLoop loop) {
        LoopFanOut fanOut = loops.get(loop);
        if (fanOut == null) {
            throw new IllegalArgumentException("not a loop of this server: " + loop);
        }
        return fanOut;
    }

    /** Has those told who wait for a loop: called on the loop that was behind and has caught up. */
    public void onRoom(Runnable action) {
        onRoom = action;
    }

    /** How many bytes were handed to sockets since the start. */
    public long bytesSent() {
        return loops.values().stream().mapToLong(LoopFanOut::bytesSent).sum();
    }
}
