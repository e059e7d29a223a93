package dev.natter.server.net.fanout;

import dev.natter.server.net.fanout.Backlog.Chunk;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one connection's socket, and what of it the other end leaves unread.
 *
 * <p>What the socket does not take at once waits here rather than in the channel. Here it is known who said it: what
 * others say makes a slow reader too slow in the end, while of replies to its own commands there are just no more while
 * they pile up. Event loop only.
 */
final class SendQueue {

    private final ChannelHandlerContext context;
    private final LoopFanOut fanOut;
    private final Bounds bounds;
    private final FlowWindow unsentReplies;
    private final Outbox.Listener listener;
    private final Runnable onSecond;
    private final WriteFailure promise;
    private final Backlog backlog = new Backlog();

    /** All bytes that the channel was given, and how many they were with the last of those that others said. */
    private long handedOver;

    private long handedOverOfOthers;

    /** The channel had not got rid of all before this drain, for the socket took no more. */
    private boolean socketIsBehind;

    /** There while something that others said waits, and what had been taken when the second under way began. */
    private @Nullable Patience patience;

    private @Nullable ScheduledFuture<?> everySecond;
    private long takenBefore;

    private boolean behind;
    private boolean writeFailed;

    /** Nothing is sent any more: the other end is too slow, or gone. */
    private boolean deaf;

    /**
     * @param unsentReplies counts the bytes of replies until they are handed to the channel
     * @param onSecond called every second while something that others said waits
     */
    SendQueue(
            ChannelHandlerContext context,
            LoopFanOut fanOut,
            Bounds bounds,
            FlowWindow unsentReplies,
            Outbox.Listener listener,
            Runnable onSecond) {
        this.context = context;
        this.fanOut = fanOut;
        this.bounds = bounds;
        this.unsentReplies = unsentReplies;
        this.listener = listener;
        this.onSecond = onSecond;
        this.promise = new WriteFailure(context.channel(), this::writeFailed);
    }

    /** To be called before the first piece of a drain. */
    void begin() {
        socketIsBehind = channelHasUnsent();
    }

    /** Sends whole lines, and releases their buffer. */
    void send(ByteBuf lines, boolean reply) {
        int replies = reply ? lines.readableBytes() : 0;
        if (deaf) {
            drop(lines, replies);
        } else if (!backlog.isEmpty() || !context.channel().isWritable()) {
            backlog.add(lines, reply, context.alloc());
        } else {
            handOver(socketIsBehind ? copied(lines) : lines, replies);
        }
    }

    /** To be called behind the last piece of a drain. */
    void flush() {
        context.flush();
        if (patience == null && (backlog.unread() > 0 || channelHasUnsent())) {
            patience = new Patience(bounds.stall());
            takenBefore = taken();
            everySecond = context.executor().scheduleWithFixedDelay(this::second, 1, 1, TimeUnit.SECONDS);
        }
        tellWhetherBehind();
    }

    /** The socket takes something again. */
    void goOn() {
        while (!backlog.isEmpty() && context.channel().isWritable()) {
            Chunk chunk = backlog.remove();
            handOver(chunk.bytes(), chunk.replies());
        }
        context.flush();
        tellWhetherBehind();
    }

    boolean isEmpty() {
        return backlog.isEmpty();
    }

    /** How many bytes have yet to be handed to the channel. */
    long bytes() {
        return backlog.bytes();
    }

    boolean isTooSlow() {
        return (bounds.maxUnread() > 0 && backlog.unread() > bounds.maxUnread())
                || (patience != null && patience.isOver());
    }

    boolean isDeaf() {
        return deaf;
    }

    /** From here on nothing is sent. The replies count as sent: their commands are still to be carried out. */
    void fallSilent() {
        deaf = true;
        while (!backlog.isEmpty()) {
            Chunk chunk = backlog.remove();
            drop(chunk.bytes(), chunk.replies());
        }
        stopWatching();
        tellWhetherBehind();
    }

    /** Something is to be sent after all. */
    void speakUp() {
        deaf = !context.channel().isActive();
    }

    private void second() {
        long taken = taken();
        if (patience != null && backlog.unread() == 0 && taken >= handedOverOfOthers) {
            stopWatching();
        } else if (patience != null) {
            patience.second(taken - takenBefore);
            takenBefore = taken;
        }
        tellWhetherBehind();
        if (behind) {
            listener.isBehind(true);
        }
        onSecond.run();
    }

    private void stopWatching() {
        if (everySecond != null) {
            everySecond.cancel(false);
        }
        everySecond = null;
        patience = null;
    }

    private void tellWhetherBehind() {
        long limit = behind ? bounds.behind() / 2 : bounds.behind();
        boolean isBehind = backlog.unread() > limit && (patience == null || patience.isWorthWaiting());
        if (isBehind != behind) {
            behind = isBehind;
            listener.isBehind(isBehind);
        }
    }

    /** How many bytes the socket has taken. */
    private long taken() {
        ChannelOutboundBuffer unsent = context.channel().unsafe().outboundBuffer();
        return handedOver - (unsent == null ? 0 : bytes(unsent));
    }

    private static long bytes(ChannelOutboundBuffer unsent) {
        LongAdder bytes = new LongAdder();
        try {
            unsent.forEachFlushedMessage(message -> {
                bytes.add(((ByteBuf) message).readableBytes());
                return true;
            });
        } catch (Exception e) {
            throw new IllegalStateException("adding up throws nothing", e);
        }
        return bytes.sum();
    }

    private boolean channelHasUnsent() {
        ChannelOutboundBuffer unsent = context.channel().unsafe().outboundBuffer();
        return unsent != null && !unsent.isEmpty();
    }

    /** What waits must not be a slice, which would keep its whole tick. */
    private ByteBuf copied(ByteBuf slice) {
        try {
            return context.alloc().buffer(slice.readableBytes()).writeBytes(slice);
        } finally {
            slice.release();
        }
    }

    private void handOver(ByteBuf bytes, int replies) {
        int size = bytes.readableBytes();
        handedOver += size;
        if (replies < size) {
            handedOverOfOthers = handedOver;
        }
        fanOut.countSent(size);
        context.write(bytes, promise);
        unsentReplies.lower(replies);
    }

    private void drop(ByteBuf bytes, int replies) {
        bytes.release();
        unsentReplies.lower(replies);
    }

    private void writeFailed(Throwable cause) {
        if (!writeFailed) {
            writeFailed = true;
            if (Resets.isReset(cause)) {
                listener.isReset();
            }
        }
        fallSilent();
    }
}
