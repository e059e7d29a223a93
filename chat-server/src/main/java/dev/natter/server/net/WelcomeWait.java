package dev.natter.server.net;

import dev.natter.protocol.codec.TimingMark;
import dev.natter.protocol.command.Command.ChooseFormat;
import dev.natter.protocol.command.WireFormat;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection's first phase: waits for the first line, for it may say in which format the welcome is to be; but not
 * for long, since a person waits for the server to say something. Ends with a {@link Greet} and goes away.
 */
final class WelcomeWait extends ChannelInboundHandlerAdapter {

    /** The connection begins now, in this format. */
    record Greet(WireFormat format) {}

    private static final int MAX_WAIT_MILLIS = 250;

    /** The last of it begins anew in the loop, which then first reads what came while it had no time: the first line, or TLS. */
    private static final int LAST_MILLIS = 1;

    private @Nullable ScheduledFuture<?> timeout;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        timeout = after(MAX_WAIT_MILLIS - LAST_MILLIS, ctx, () -> {
            timeout = after(LAST_MILLIS, ctx, () -> greet(ctx, WireFormat.TEXT));
        });
    }

    private static ScheduledFuture<?> after(int millis, ChannelHandlerContext ctx, Runnable task) {
        return ctx.executor().schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof TimingMark mark) {
            // Not a line: the welcome is still to come. Whoever does not read the answers gets no more of them.
            if (ctx.channel().isWritable()) {
                ctx.write(Unpooled.wrappedBuffer(mark.answer()));
            }
            return;
        }
        greet(ctx, msg instanceof ChooseFormat choice ? choice.format() : WireFormat.TEXT);
        ctx.fireChannelRead(msg);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.flush();
        ctx.fireChannelReadComplete();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            greet(ctx, WireFormat.TEXT);
        } else if (event instanceof HttpRefusal.Answer) {
            ctx.pipeline().remove(this);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    private void greet(ChannelHandlerContext ctx, WireFormat format) {
        if (!ctx.isRemoved()) {
            ctx.fireUserEventTriggered(new Greet(format));
            ctx.pipeline().remove(this);
        }
    }
}
