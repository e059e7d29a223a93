package dev.natter.client.bench;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Cuts what a connection reads into lines, without making anything of them. One thread only. */
final class LineReader {

    /** Gets a line's bytes, without the LF; they are there only until it returns. */
    interface Listener {
        void line(byte[] bytes, int from, int to);
    }

    /**
     * Where what was read is looked at: bytes of an array are reached faster than those of a buffer. All connections of a
     * thread share one.
     */
    static final class Desk {
        private byte[] bytes = new byte[1 << 16];

        private byte[] ofAtLeast(int length) {
            if (bytes.length < length) {
                bytes = new byte[Integer.highestOneBit(length) << 1];
            }
            return bytes;
        }
    }

    /** Far longer than what a server says to those who ask it nothing. */
    static final int MAX_LINE = 1 << 20;

    private static final byte[] NOTHING = {};
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;

    private final Desk desk;
    private final Listener listener;

    /** The beginning of a line whose end has not come yet. */
    private byte[] unfinished = NOTHING;

    LineReader(Desk desk, Listener listener) {
        this.desk = desk;
        this.listener = listener;
    }

    /**
     * Reads all of the buffer.
     *
     * @return false if a line is longer than {@link #MAX_LINE}: what follows makes no sense then
     */
    boolean read(ByteBuf in) {
        int before = unfinished.length;
        int end = before + in.readableBytes();
        byte[] bytes = desk.ofAtLeast(end);
        System.arraycopy(unfinished, 0, bytes, 0, before);
        in.readBytes(bytes, before, end - before);
        int from = 0;
        int searched = before;
        for (int lf; (lf = indexOfLineFeed(bytes, searched, end)) >= 0; searched = from) {
            listener.line(bytes, from, lf);
            from = lf + 1;
        }
        unfinished = from == end ? NOTHING : Arrays.copyOfRange(bytes, from, end);
        return unfinished.length <= MAX_LINE;
    }

    /** Eight bytes at a time; -1 if there is none. */
    private static int indexOfLineFeed(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long zeroWhereLineFeed = (long) EIGHT_BYTES.get(bytes, i) ^ EACH_BYTE * '\n';
            long found = (zeroWhereLineFeed - EACH_BYTE) & ~zeroWhereLineFeed & EACH_BYTE << 7;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
