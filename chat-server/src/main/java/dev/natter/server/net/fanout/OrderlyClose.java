package dev.natter.server.net.fanout;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection in such a way that the other end gets all that was said to it: sends what is left, then a FIN, and
 * goes on reading, for closing a socket with unread input makes a reset, which destroys what the other end has not read
 * yet. Stands first in the pipeline, so that nothing that still comes is looked at. Event loop only.
 */
public final class OrderlyClose extends ChannelInboundHandlerAdapter {

    private static final int CHECK_SECONDS = 5;

    /** So many checks in a row with next to no progress mean that nobody reads any more. */
    private static final int MAX_STALLED_CHECKS = 6;

    private final LongSupplier backlog;
    private @Nullable ScheduledFuture<?> check;
    private long leftBefore = Long.MAX_VALUE;
    private int stalledChecks;

    /** @param backlog how many bytes have yet to be handed to the channel, besides those that it has */
    OrderlyClose(LongSupplier backlog) {
        this.backlog = backlog;
    }

    /** Closes a channel to which all that is to be said has been written. */
    public static void begin(ChannelHandlerContext ctx) {
        OrderlyClose close = new OrderlyClose(() -> 0);
        ctx.pipeline().addFirst(close);
        close.allWritten(ctx);
    }

    /** Sends the FIN behind all that the channel has. */
    void allWritten(ChannelHandlerContext ctx) {
        sendLast(ctx).addListener(written -> finish(ctx.channel(), written));
    }

    /** In TLS the end of what is said is something that is said. */
    private static ChannelFuture sendLast(ChannelHandlerContext ctx) {
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        if (tls == null) {
            return ctx.writeAndFlush(Unpooled.EMPTY_BUFFER);
        }
        ctx.flush(); // what TLS has not encrypted by then is lost
        return tls.closeOutbound();
    }

    private static void finish(Channel channel, Future<?> written) {
        if (written.isSuccess() && channel instanceof DuplexChannel duplex && !duplex.isInputShutdown()) {
            duplex.shutdownOutput();
        } else {
            channel.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        check = ctx.executor()
                .scheduleWithFixedDelay(() -> check(ctx.channel()), CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
        ctx.channel().config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ReferenceCountUtil.release(msg);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        boolean bothDone = event instanceof ChannelInputShutdownEvent
                && ctx.channel() instanceof DuplexChannel duplex
                && duplex.isOutputShutdown();
        if (bothDone) {
            ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stopChecking();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        stopChecking();
    }

    private void stopChecking() {
        if (check != null) {
            check.cancel(false);
        }
    }

    private void check(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long left = backlog.getAsLong() + (buffer == null ? 0 : unsent(buffer));
        boolean takesSomething =
                leftBefore - left >= CHECK_SECONDS * Patience.LEAST_BYTES || (left == 0 && leftBefore > 0);
        stalledChecks = takesSomething ? 0 : stalledChecks + 1;
        // Once all is sent, the other end has from one check to the next to close too.
        boolean graceIsOver = left == 0 && leftBefore == 0;
        leftBefore = left;
        if (graceIsOver || stalledChecks == MAX_STALLED_CHECKS) {
            channel.close();
        }
    }

    /** A buffer counts as pending until all of it is sent; a slow reader's progress may be within a single large one. */
    private static long unsent(ChannelOutboundBuffer buffer) {
        return buffer.totalPendingWriteBytes() - buffer.currentProgress();
    }
}
