package dev.natter.server.net.fanout;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event loop's part of the fan-out. The owner thread adds steps; the loop takes all that have come by then, in
 * order, and whatever comes meanwhile, and only then writes: batches form by themselves while the loop is busy, and
 * nothing ever waits for a timer.
 */
public final class LoopFanOut {

    private static final Logger LOG = LoggerFactory.getLogger(LoopFanOut.class);

    // An owner thread that is faster than the loop must not keep it from writing, nor fill the memory.

    private static final int MAX_STEPS = 16_384;
    private static final long MAX_BYTES = 256 * 1024;
    private static final long MAX_BYTES_WAITING = 256 * 1024;

    /** @param bytes how much it makes the loop's connections hear */
    private record Step(Runnable action, int bytes) {}

    private final EventLoop loop;
    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
    private final FlowWindow waiting;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final LongAdder bytesSent = new LongAdder();

    /** Audiences that hear something in this drain. */
    private final List<LoopAudience> speaking = new ArrayList<>();

    /** Connections that hear something in this drain that is not, or not only, an audience's. */
    private final List<Outbox> addressed = new ArrayList<>();

    /** How many things were said in this drain: each has its position, and is heard in that order. */
    private int said;

    private long saidBytes;

    /** @param onRoom called on the loop when {@link #isBehind} has come to an end */
    LoopFanOut(EventLoop loop, Runnable onRoom) {
        this.loop = loop;
        this.waiting = new FlowWindow(MAX_BYTES_WAITING, onRoom);
    }

    EventLoop loop() {
        return loop;
    }

    /** Adds a step of this loop's sequence. Owner thread. */
    void then(Runnable step) {
        then(step, 0);
    }

    /** Adds a step that makes the loop's connections hear so many bytes. Owner thread. */
    void then(Runnable step, int bytes) {
        if (loop.inEventLoop()) {
            // The only loop, to which the chat belongs, too: there is nobody to hand anything over to.
            run(step);
            if (saidBytes >= MAX_BYTES) {
                write();
            }
        } else {
            waiting.raise(bytes);
            steps.add(new Step(step, bytes));
        }
        schedule();
    }

    private void schedule() {
        if (!scheduled.get() && !scheduled.getAndSet(true)) {
            loop.execute(this::drain);
        }
    }

    private void drain() {
        scheduled.set(false);
        runSteps();
        write();
        if (!steps.isEmpty()) {
            schedule();
        }
    }

    private void runSteps() {
        for (int count = 0; count < MAX_STEPS && saidBytes < MAX_BYTES; count++) {
            Step step = steps.poll();
            if (step == null) {
                return;
            }
            run(step.action());
            waiting.lower(step.bytes());
        }
    }

    private void write() {
        if (speaking.size() == 1) {
            run(speaking.get(0)::writeAndFlush);
        } else {
            // All of what a connection hears must be there before it is put in order and sent.
            speaking.forEach(audience -> run(audience::write));
            speaking.forEach(audience -> run(audience::flush));
        }
        addressed.forEach(outbox -> run(outbox::flush));
        speaking.clear();
        addressed.clear();
        said = 0;
        saidBytes = 0;
    }

    /** A fault in one step is none of the others' business; nor is an error, such as a lack of direct memory. */
    private static void run(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            LOG.error("the fan-out failed", e);
        }
    }

    /** The place of so many bytes in what is said in this drain. */
    int nextPosition(int bytes) {
        saidBytes += bytes;
        return said++;
    }

    void speaks(LoopAudience audience) {
        speaking.add(audience);
    }

    void addresses(Outbox outbox) {
        addressed.add(outbox);
    }

    /** Whether the owner thread is so far ahead that it should wait. Any thread. */
    boolean isBehind() {
        return waiting.isFull();
    }

    void countSent(long bytes) {
        bytesSent.add(bytes);
    }

    /** How many bytes were handed to this loop's sockets since the start. Any thread. */
    public long bytesSent() {
        return bytesSent.sum();
    }
}
