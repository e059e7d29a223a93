package dev.natter.server.net.fanout;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is under way from one thread to another, so that the sender can stop when it is too much and go on when
 * it has become less. The sender raises, the receiver lowers; any thread may ask. What is counted (lines, bytes) is
 * theirs to say.
 */
public final class FlowWindow {

    private final AtomicLong level = new AtomicLong();
    private final long high;
    private final Runnable onRoom;

    /** @param onRoom called on the lowering thread when the level has fallen to half of {@code high} */
    public FlowWindow(long high, Runnable onRoom) {
        this.high = high;
        this.onRoom = onRoom;
    }

    public void raise(long by) {
        level.addAndGet(by);
    }

    public boolean isFull() {
        return level.get() >= high;
    }

    public void lower(long by) {
        long now = level.addAndGet(-by);
        if (now <= high / 2 && now + by > high / 2) {
            onRoom.run();
        }
    }
}
