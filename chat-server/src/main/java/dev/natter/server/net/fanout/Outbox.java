package dev.natter.server.net.fanout;

import dev.natter.server.net.fanout.Backlog.Chunk;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.group.ChannelGroup;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fan-out's end at one connection: makes one run of bytes, in the order of the loop's sequence, of the ticks that
 * it gets and of what is for this connection alone, and bounds what the other end leaves unread.
 *
 * <p>What the socket does not take at once waits here rather than in the channel. Here it is known who said it: what
 * others say makes a slow reader too slow in the end, while of replies to its own commands there are just no more while
 * they pile up. Event loop only.
 */
public final class Outbox extends ChannelDuplexHandler {

    /** What the connection does about how its output goes. Called on the event loop. */
    public interface Listener {

        /** Enough replies were sent: commands can be carried out again. */
        void hasRoom();

        /** More than the bound is unread. Until {@link Outbox#endWith} it hears nothing any more. */
        void isTooSlow();

        /**
         * A write found that the other end is gone without a word. Reading may no longer tell: the system says it once,
         * and then only that there is no more input.
         */
        void isReset();
    }

    /** How many bytes of replies may be unsent before no more commands are carried out. */
    private static final int MAX_UNSENT_REPLIES = 64 * 1024;

    private final LoopFanOut fanOut;
    private final long maxUnread;
    private final Listener listener;
    private final FlowWindow unsentReplies;
    private final Backlog backlog = new Backlog();

    private @Nullable ChannelHandlerContext context;
    private @Nullable WriteFailure promise;

    /** What is heard in the drain under way: nearly always one tick as it is; otherwise the interleaving has it all. */
    private @Nullable Tick tick;

    private @Nullable Interleaving interleaving;

    /** The channel had not got rid of all before this drain, for the socket took no more. */
    private boolean socketIsBehind;

    private boolean writeFailed;

    /** Nothing is sent any more: the other end is too slow, or gone. */
    private boolean deaf;

    private @Nullable OrderlyClose closing;
    private boolean ending;

    /** @param maxUnread how many bytes of what others say may wait for this connection; 0 means no limit */
    public Outbox(LoopFanOut fanOut, long maxUnread, Listener listener) {
        this.fanOut = fanOut;
        this.maxUnread = maxUnread;
        this.listener = listener;
        this.unsentReplies = new FlowWindow(MAX_UNSENT_REPLIES, listener::hasRoom);
    }

    /** Counts the bytes of replies from where they are made to where they are sent. Any thread. */
    FlowWindow unsentReplies() {
        return unsentReplies;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        promise = new WriteFailure(ctx.channel(), this::writeFailed);
    }

    // What the loop's sequence brings, in its order.

    boolean joins(ChannelGroup group) {
        return group.add(context().channel());
    }

    boolean leaves(ChannelGroup group) {
        return group.remove(context().channel());
    }

    /** Of this tick only what comes from now on is heard. */
    void hearFromNowOn(Tick under) {
        interleaving().startAtEnd(under);
    }

    /** Of this tick only what came up to now is heard. Takes over a reference to it. */
    void hearUpToNow(Tick under) {
        interleaving().add(under);
    }

    /** What is said at this position is not for this connection, who said it. */
    void skip(int position) {
        if (closing == null) {
            interleaving().skip(position);
        }
    }

    void tell(byte[] bytes) {
        if (closing == null) {
            interleaving().insert(fanOut.nextPosition(bytes.length), bytes, false);
        }
    }

    void reply(byte[] bytes) {
        if (closing == null) {
            interleaving().insert(fanOut.nextPosition(bytes.length), bytes, true);
        } else {
            unsentReplies.lower(bytes.length);
        }
    }

    /** Ends the connection with something to be heard last, also by someone who was too slow for the rest. */
    void endWith(byte[] lastWords) {
        if (deaf) {
            flush(); // what it still heard on leaving its rooms would stand behind a gap
            deaf = !context().channel().isActive();
        }
        tell(lastWords);
        close();
    }

    /** Ends the connection once all before has been sent. */
    void close() {
        if (closing == null && context().channel().isOpen()) {
            closing = new OrderlyClose(backlog::bytes);
            context().pipeline().addFirst(closing);
            fanOut.addresses(this);
        }
    }

    private Interleaving interleaving() {
        if (interleaving == null) {
            interleaving = new Interleaving();
            if (tick != null) {
                interleaving.add(tick);
                tick = null;
            }
            fanOut.addresses(this);
        }
        return interleaving;
    }

    // The end of a drain.

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (!(msg instanceof Tick heard)) {
            ctx.write(msg, promise);
        } else if (tick == null && interleaving == null) {
            tick = heard;
        } else {
            interleaving().add(heard);
        }
    }

    /** Sends what was heard in this drain, if anything: whoever is in several audiences is flushed for each of them. */
    @Override
    public void flush(ChannelHandlerContext ctx) {
        if (tick != null || interleaving != null) {
            socketIsBehind = hasUnsent(ctx.channel());
            sendAll();
            ctx.flush();
        }
        if (maxUnread > 0 && backlog.unread() > maxUnread && closing == null) {
            fallSilent();
            listener.isTooSlow();
        }
        endIfAllSent();
    }

    /** For the end of a drain in which the connection was addressed by itself. What fails is the connection's end. */
    void flush() {
        try {
            flush(context());
        } catch (Throwable fault) {
            context().fireExceptionCaught(fault);
        }
    }

    private void sendAll() {
        Tick whole = tick;
        Interleaving mixed = interleaving;
        tick = null;
        interleaving = null;
        if (whole != null) {
            try {
                send(whole.slice(0, whole.size()), false);
            } finally {
                whole.release();
            }
        } else if (mixed != null) {
            mixed.drainTo(this::send);
        }
    }

    private static boolean hasUnsent(Channel channel) {
        ChannelOutboundBuffer unsent = channel.unsafe().outboundBuffer();
        return unsent != null && !unsent.isEmpty();
    }

    private void send(ByteBuf lines, boolean reply) {
        int replies = reply ? lines.readableBytes() : 0;
        if (deaf) {
            drop(lines, replies);
        } else if (!backlog.isEmpty() || !context().channel().isWritable()) {
            backlog.add(lines, reply, context().alloc());
        } else {
            handOver(socketIsBehind ? copied(lines) : lines, replies);
        }
    }

    /** What waits must not be a slice, which would keep its whole tick. */
    private ByteBuf copied(ByteBuf slice) {
        try {
            return context().alloc().buffer(slice.readableBytes()).writeBytes(slice);
        } finally {
            slice.release();
        }
    }

    private void handOver(ByteBuf bytes, int replies) {
        fanOut.countSent(bytes.readableBytes());
        context().write(bytes, Objects.requireNonNull(promise));
        unsentReplies.lower(replies);
    }

    private void drop(ByteBuf bytes, int replies) {
        bytes.release();
        unsentReplies.lower(replies);
    }

    // What the socket brings.

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!backlog.isEmpty() && ctx.channel().isWritable()) {
            while (!backlog.isEmpty() && ctx.channel().isWritable()) {
                Chunk chunk = backlog.remove();
                handOver(chunk.bytes(), chunk.replies());
            }
            ctx.flush();
            endIfAllSent();
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fallSilent();
        ctx.fireChannelInactive();
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

    /** From here on nothing is sent. The replies count as sent: their commands are still to be carried out. */
    private void fallSilent() {
        deaf = true;
        while (!backlog.isEmpty()) {
            Chunk chunk = backlog.remove();
            drop(chunk.bytes(), chunk.replies());
        }
    }

    private void endIfAllSent() {
        if (closing != null && !ending && backlog.isEmpty()) {
            ending = true;
            closing.allWritten(context());
        }
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context, "not in a pipeline");
    }
}
