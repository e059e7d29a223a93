package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A channel that behaves like a socket with settings as the server's: it has two halves that end by themselves, and the
 * other end reads as much as a test lets it. Its time is the test's.
 */
public final class TestSocket extends EmbeddedChannel implements DuplexChannel {

    // Without an initial value, for the constructor of the channel sets it already.
    private @Nullable AbstractUnsafe realUnsafe;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final List<ByteBuf> writes = new ArrayList<>();
    private long room = Long.MAX_VALUE;
    private int flushes;
    private @Nullable String failure;
    private boolean inputShutdown;
    private boolean outputShutdown;

    public TestSocket() {
        super(DefaultChannelId.newInstance());
        config().setAutoClose(false);
        freezeTime();
        pipeline().addFirst(new Tap());
    }

    // What the other end does.

    /** All that arrived since the last call. */
    public String takeReceived() {
        return new String(takeReceivedBytes(), UTF_8);
    }

    /** The same, where it may be no text. */
    public byte[] takeReceivedBytes() {
        byte[] taken = received.toByteArray();
        received.reset();
        return taken;
    }

    /** Takes so many bytes more, and then none. */
    public void otherEndReads(long bytes) {
        room = bytes;
        flushRest();
    }

    public void otherEndReadsNothing() {
        room = 0;
    }

    public void otherEndReadsAll() {
        otherEndReads(Long.MAX_VALUE);
    }

    /** From here on what is written waits here until the next flush, and the channel says so. */
    void takesLittleAtOnce() {
        config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 2));
    }

    /** Sends a FIN. */
    public void otherEndHasSaidAll() {
        inputShutdown = true;
        pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        runPendingTasks();
    }

    /** Goes without a word; writing fails from here on. */
    public void otherEndVanishes() {
        writingFails("Connection reset by peer");
    }

    /** Has said all and goes, without reading to the end; writing fails from here on. */
    public void otherEndIsClosed() {
        writingFails("Broken pipe");
    }

    private void writingFails(String message) {
        failure = message;
        flushRest();
    }

    /** Whether a FIN came. */
    public boolean hasHeardAll() {
        return outputShutdown;
    }

    /** Lets time pass, second by second, as a clock would: what is due twice happens twice. */
    public void passes(int seconds) {
        for (int i = 0; i < seconds; i++) {
            advanceTimeBy(1, TimeUnit.SECONDS);
            runScheduledPendingTasks();
        }
    }

    // What the server did.

    /** The buffers that were written since the last call. They may have been released. */
    List<ByteBuf> takeWrites() {
        List<ByteBuf> taken = List.copyOf(writes);
        writes.clear();
        return taken;
    }

    int takeFlushes() {
        int taken = flushes;
        flushes = 0;
        return taken;
    }

    private final class Tap extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
            writes.add((ByteBuf) msg);
            ctx.write(msg, promise);
        }

        @Override
        public void flush(ChannelHandlerContext ctx) {
            flushes++;
            ctx.flush();
        }
    }

    private void flushRest() {
        if (realUnsafe != null && isOpen()) {
            realUnsafe.flush();
            runPendingTasks();
        }
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        realUnsafe = super.newUnsafe();
        return realUnsafe;
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer buffer) throws IOException {
        for (ByteBuf next = (ByteBuf) buffer.current(); next != null; next = (ByteBuf) buffer.current()) {
            if (failure != null) {
                throw new IOException(failure);
            }
            int size = next.readableBytes();
            int taken = (int) Math.min(room, size);
            room -= taken;
            next.getBytes(next.readerIndex(), received, taken);
            if (taken < size) {
                if (taken > 0) {
                    buffer.removeBytes(taken);
                }
                return;
            }
            buffer.remove();
        }
    }

    @Override
    protected void doShutdownOutput() {
        outputShutdown = true;
    }

    @Override
    public boolean isInputShutdown() {
        return inputShutdown;
    }

    @Override
    public boolean isOutputShutdown() {
        return outputShutdown;
    }

    @Override
    public boolean isShutdown() {
        return inputShutdown && outputShutdown;
    }

    @Override
    public ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        if (realUnsafe != null) {
            realUnsafe.shutdownOutput(promise);
        }
        return promise;
    }

    @Override
    public ChannelFuture shutdownInput() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChannelFuture shutdown() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChannelFuture shutdown(ChannelPromise promise) {
        throw new UnsupportedOperationException();
    }
}
