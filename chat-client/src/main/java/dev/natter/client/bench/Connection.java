package dev.natter.client.bench;

import dev.natter.client.TlsFailure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from its first line to its end. What it asks it asks with a PING behind it, whose answer says that all
 * before it is done. Event loop only.
 */
final class Connection extends ChannelInboundHandlerAdapter {

    /** Whom it concerns how connections are. */
    interface Watcher {

        /** The server has carried out the first lines. */
        void ready(Connection connection);

        /** An open connection has ended, for whatever reason. */
        void ended(Connection connection, String why);
    }

    /** Who looks at each line first. */
    interface Hearer {

        /** Returns whether the line was for it. */
        boolean hear(byte[] bytes, int from, int to);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Crew crew;
    private final Watcher watcher;
    private final String hello;
    private final Hearer hearer;
    private final LineReader lines;

    private @Nullable Channel channel;
    private @Nullable Runnable onAnswer;
    private @Nullable String why;
    private boolean ready;

    /** @param hello lines to begin with, each with its LF; may be empty */
    Connection(Crew crew, Watcher watcher, String hello, Hearer hearer) {
        this.crew = crew;
        this.watcher = watcher;
        this.hello = hello;
        this.hearer = hearer;
        this.lines = new LineReader(crew.desk, this::line);
    }

    /** Whether the server has carried out the first lines. */
    boolean isReady() {
        return ready;
    }

    /** Only once it is open. */
    Channel channel() {
        if (channel == null) {
            throw new IllegalStateException("not open yet");
        }
        return channel;
    }

    /** Runs the task when the server has carried out all that was sent, and we have heard all that came of it. */
    void ping(Runnable task) {
        onAnswer = task;
        say(crew.ping);
    }

    private void say(String text) {
        channel().writeAndFlush(ByteBufUtil.writeAscii(channel().alloc(), text));
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        channel = ctx.channel();
        // Said at once: the server waits with its welcome for a first line.
        onAnswer = () -> {
            ready = true;
            watcher.ready(this);
        };
        say(hello + crew.ping);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf in = (ByteBuf) msg;
        try {
            crew.tally.bytes += in.readableBytes();
            if (!lines.read(in)) {
                end("the server said a line that is too long");
            }
        } finally {
            in.release();
        }
    }

    private void line(byte[] bytes, int from, int to) {
        if (hearer.hear(bytes, from, to) || why != null) {
            return;
        }
        Runnable task = onAnswer;
        if (task != null && Remark.contains(bytes, from, to, crew.token)) {
            onAnswer = null;
            task.run();
            return;
        }
        String badNews = Remark.badNews(bytes, from, to);
        if (badNews != null) {
            end(badNews);
        }
    }

    private void end(String reason) {
        if (why == null) {
            why = reason;
        }
        channel().close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
            end(TlsFailure.reason(handshake.cause()));
        } else if (event instanceof SslCloseCompletionEvent) {
            channel().close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (TlsFailure.isOne(cause)) {
            end(TlsFailure.reason(cause));
            return;
        }
        if (!(cause instanceof IOException)) {
            LOG.error("the connection fails by a fault of the bench", cause);
        }
        end(reason(cause));
    }

    /** Without the system call that the operating system's reason has in front of it, and the address behind it. */
    static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        return message.replaceFirst("^.*failed with error\\(-?\\d+\\): ", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        watcher.ended(this, why == null ? "the server ended it" : why);
    }
}
