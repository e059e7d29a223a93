package dev.natter.server.net.tls;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands behind the {@link TlsHandler}, so that from here on a connection over TLS is one like any other: its input ends once,
 * be it by {@code close_notify}, by a FIN or by both, and what is wrong with TLS is wrong with the connection.
 */
final class TlsEvents extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(TlsEvents.class);

    private final Runnable onHandshake;
    private boolean handshakeIsOver;
    private boolean endsWithThisRead;
    private boolean inputEnded;

    /** @param onHandshake called when the handshake has succeeded, before anything is read */
    TlsEvents(Runnable onHandshake) {
        this.onHandshake = onHandshake;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            handshakeIsOver = true;
            if (handshake.isSuccess()) {
                onHandshake.run();
            } else {
                LOG.debug(
                        "{} TLS handshake failed: {}",
                        ctx.channel().remoteAddress(),
                        String.valueOf(handshake.cause()));
            }
        } else if (event instanceof SslCloseCompletionEvent close) {
            if (close.isSuccess()) {
                endInput(ctx);
            }
        } else if (!(event instanceof ChannelInputShutdownEvent)) {
            ctx.fireUserEventTriggered(event);
        } else if (handshakeIsOver) {
            endInput(ctx);
        } else {
            // What was received may still be waiting for a task of the handshake; else the handshake's timeout ends it.
            endsWithThisRead = true;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.fireChannelReadComplete();
        if (endsWithThisRead && handshakeIsOver) {
            endInput(ctx);
        }
    }

    private void endInput(ChannelHandlerContext ctx) {
        if (!inputEnded) {
            inputEnded = true;
            ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        boolean tls = cause instanceof DecoderException && cause.getCause() instanceof SSLException;
        ctx.fireExceptionCaught(tls ? cause.getCause() : cause);
    }
}
