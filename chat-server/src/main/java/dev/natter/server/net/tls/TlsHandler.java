package dev.natter.server.net.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * TLS whose two directions end one after the other, as those of TCP do: whoever has said all, with {@code close_notify},
 * still hears the answers. Event loop only.
 */
final class TlsHandler extends SslHandler {

    /** The content type of a record that holds an alert (RFC 5246, 6.2.1). */
    private static final int ALERT = 21;

    private static final int RECORD_HEADER = 5;

    private boolean saidAll;

    /** @param tasks does what takes long in a handshake */
    TlsHandler(SSLEngine engine, Executor tasks) {
        super(engine, tasks);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws SSLException {
        if (saidAll || engine().isInboundDone()) {
            in.skipBytes(in.readableBytes()); // behind the last word: it would pile up
        } else if (saysThatItHasSaidAll(in)) {
            saidAll = true;
            ctx.fireUserEventTriggered(SslCloseCompletionEvent.SUCCESS);
        } else {
            super.decode(ctx, in, out);
        }
    }

    /**
     * Before TLS 1.3 a {@code close_notify} ends both directions, and Java's engine sends nothing any more once it has got one.
     * So it does not get it: the only alerts behind a handshake are this one and those of failures, after which nobody
     * listens either. There is always a whole record's start here. TLS 1.3 does not show what is an alert, nor needs this.
     */
    private boolean saysThatItHasSaidAll(ByteBuf in) {
        return in.readableBytes() >= RECORD_HEADER
                && in.getUnsignedByte(in.readerIndex()) == ALERT
                && handshakeFuture().isSuccess()
                && engine().getSession().getProtocol().equals("TLSv1.2");
    }

    /** At once. Whoever is to hear the last of it is sent that, and {@code close_notify}, before. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        ctx.close(promise);
    }

    /** The same. */
    @Override
    public void disconnect(ChannelHandlerContext ctx, ChannelPromise promise) {
        ctx.disconnect(promise);
    }
}
