package dev.natter.server.net;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.format.Format;
import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.message.Reply;
import dev.natter.server.net.fanout.OrderlyClose;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** The pipeline's end of a connection that cannot come in: says why, in the format asked for, and closes. */
final class RefusalHandler extends ChannelInboundHandlerAdapter {

    private final ErrorCode code;
    private final String reason;

    RefusalHandler(ErrorCode code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof WelcomeWait.Greet greet) {
            refuse(ctx, greet.format());
        } else if (event == Stragglers.LastCall.NOW) {
            refuse(ctx, WireFormat.TEXT);
        }
    }

    /** Happens once: from then on nothing comes here any more. */
    private void refuse(ChannelHandlerContext ctx, WireFormat format) {
        Reply refusal = new Reply.Refused(null, code, reason);
        ctx.write(Unpooled.wrappedBuffer(Format.of(format, Perspective.HERE).encode(refusal)));
        OrderlyClose.begin(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ReferenceCountUtil.release(msg);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
