package dev.natter.server.net.fanout;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.group.ChannelGroup;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fan-out's end at one connection: makes one run of bytes, in the order of the loop's sequence, of the ticks that
 * it gets and of what is for this connection alone. What becomes of them is the {@link SendQueue}'s business. Event loop
 * only.
 */
public final class Outbox extends ChannelDuplexHandler {

    /** What the connection does about how its output goes. Called on the event loop. */
    public interface Listener {

        /** Enough replies were sent: commands can be carried out again. */
        void hasRoom();

        /**
         * The other end is, or is no longer, momentarily behind with what others say: those who speak should wait for it.
         * Told when it changes, and every second while it is so.
         */
        void isBehind(boolean behind);

        /** More is unread, or for longer, than the bounds allow. Until {@link Outbox#endWith} it hears nothing any more. */
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
    private final Bounds bounds;
    private final Listener listener;
    private final FlowWindow unsentReplies;

    private @Nullable ChannelHandlerContext context;
    private @Nullable SendQueue queue;

    /** What is heard in the drain under way: nearly always one tick as it is; otherwise the interleaving has it all. */
    private @Nullable Tick tick;

    private @Nullable Interleaving interleaving;

    private @Nullable OrderlyClose closing;
    private boolean ending;

    public Outbox(LoopFanOut fanOut, Bounds bounds, Listener listener) {
        this.fanOut = fanOut;
        this.bounds = bounds;
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
        queue = new SendQueue(ctx, fanOut, bounds, unsentReplies, listener, this::judge);
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
        if (queue().isDeaf()) {
            flush(); // what it still heard on leaving its rooms would stand behind a gap
            queue().speakUp();
        }
        tell(lastWords);
        close();
    }

    /** Ends the connection once all before has been sent. */
    void close() {
        if (closing == null && context().channel().isOpen()) {
            closing = new OrderlyClose(queue()::bytes);
            context().pipeline().addFirst(closing);
            fanOut.addresses(this);
        }
    }

    /** Whether nothing more is to be said, and so nothing more to be heard. */
    public boolean isClosing() {
        return closing != null;
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
            queue().begin();
            sendAll();
            queue().flush();
        }
        judge();
        endIfAllSent();
    }

    private void judge() {
        if (closing == null && queue().isTooSlow()) {
            queue().fallSilent();
            listener.isTooSlow();
        }
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
                queue().send(whole.slice(0, whole.size()), false);
            } finally {
                whole.release();
            }
        } else if (mixed != null) {
            mixed.drainTo(queue()::send);
        }
    }

    // What the socket brings.

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!queue().isEmpty() && ctx.channel().isWritable()) {
            queue().goOn();
            endIfAllSent();
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        queue().fallSilent();
        ctx.fireChannelInactive();
    }

    private void endIfAllSent() {
        if (closing != null && !ending && queue().isEmpty()) {
            ending = true;
            closing.allWritten(context());
        }
    }

    private SendQueue queue() {
        return Objects.requireNonNull(queue, "not in a pipeline");
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context, "not in a pipeline");
    }
}
