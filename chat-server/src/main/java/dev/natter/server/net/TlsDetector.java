package dev.natter.server.net;

import dev.natter.server.net.fanout.OrderlyClose;
import dev.natter.server.net.tls.ServerTls;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands first in a connection's pipeline until its first byte has come, which tells TLS from plain text: the type of a
 * handshake's record is a control character, with which nobody's line begins. Once there has been a welcome in plain text,
 * it is too late for TLS.
 */
@Sharable
final class TlsDetector extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(TlsDetector.class);

    /** The content type of a record that holds a handshake (RFC 8446, 5.1). */
    private static final int HANDSHAKE = 0x16;

    private final @Nullable ServerTls tls;

    /** @param tls null where only plain text is spoken */
    TlsDetector(@Nullable ServerTls tls) {
        this.tls = tls;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf bytes = (ByteBuf) msg;
        if (bytes.isReadable()) {
            boolean handshake = bytes.getUnsignedByte(bytes.readerIndex()) == HANDSHAKE;
            if (!handshake || ctx.pipeline().get(WelcomeWait.class) == null) {
                ctx.pipeline().remove(this);
            } else if (tls != null) {
                begin(tls, ctx.pipeline());
            } else {
                bytes.release();
                turnAway(ctx);
                return;
            }
        }
        ctx.fireChannelRead(bytes); // to whatever stands here now
    }

    /** What waits for a first line waits anew once there can be one, and TLS is as welcome as plain text, or more. */
    private void begin(ServerTls tls, ChannelPipeline pipeline) {
        pipeline.remove(WelcomeWait.class);
        if (pipeline.get(ConnectionPipeline.NO_PLAIN_TEXT) != null) {
            pipeline.remove(ConnectionPipeline.NO_PLAIN_TEXT);
        }
        tls.replace(
                this,
                pipeline,
                () -> pipeline.addAfter(ConnectionPipeline.COMMANDS, ConnectionPipeline.WELCOME, new WelcomeWait()));
    }

    /** Whoever expects TLS would take a welcome for an attack. */
    private static void turnAway(ChannelHandlerContext ctx) {
        LOG.debug(
                "{} speaks TLS, for which there is no certificate",
                ctx.channel().remoteAddress());
        ctx.pipeline().remove(WelcomeWait.class);
        OrderlyClose.begin(ctx);
    }
}
