package dev.natter.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An unbounded pipe between any threads. {@link java.io.PipedInputStream} will not do: it calls its pipe broken when
 * the thread that wrote last is gone, and looks for bytes once a second only.
 *
 * <p>Written by many threads, read by one.
 */
final class BytePipe extends OutputStream {
    /** The only chunk without bytes. It stays in the queue, so that who reads past the end finds it again. */
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();

    @Override
    public void write(int b) {
        chunks.add(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length > 0) {
            byte[] chunk = new byte[length];
            System.arraycopy(bytes, offset, chunk, 0, length);
            chunks.add(chunk);
        }
    }

    @Override
    public void close() {
        chunks.add(END);
    }

    /** What was written in one go; without bytes at the end of the stream; null when nothing came in that time. */
    byte @Nullable [] next(Duration atMost) throws IOException {
        try {
            byte[] chunk = chunks.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
            if (chunk != null && chunk.length == 0) {
                chunks.add(END);
            }
            return chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** The other end, for code that reads a stream. It gives what is there, without waiting for a full buffer. */
    InputStream reader() {
        return new Reader();
    }

    private final class Reader extends InputStream {
        private byte[] chunk = {};
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == chunk.length) {
                chunk = take();
                at = 0;
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }

        /** What can be read without waiting. A console may ask, to be able to stop between two lines. */
        @Override
        public int available() {
            if (at < chunk.length) {
                return chunk.length - at;
            }
            byte[] following = chunks.peek();
            return following == null ? 0 : following.length;
        }

        private byte[] take() throws IOException {
            while (true) {
                byte[] taken = next(Duration.ofDays(1));
                if (taken != null) {
                    return taken;
                }
            }
        }
    }
}
