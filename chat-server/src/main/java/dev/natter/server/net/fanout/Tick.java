package dev.natter.server.net.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCounted;
import java.util.Arrays;

/**
 * What an audience hears in one drain of its event loop: all of it in one buffer, of which each member gets a slice.
 *
 * <p>It remembers where each message ends and which position it has in the loop's sequence, so that whoever is to hear
 * only part of it, or something else in between, can cut it there. Event loop only.
 */
final class Tick extends AbstractReferenceCounted {

    private static final int FEW_BYTES = 512;
    private static final int FEW_MESSAGES = 4;

    private final ByteBuf bytes;
    private int[] positions = new int[FEW_MESSAGES];
    private int[] ends = new int[FEW_MESSAGES];
    private int size;

    /** @param expectedBytes how much there will be, if that is known: growing costs a copy each time */
    Tick(ByteBufAllocator allocator, int expectedBytes) {
        this.bytes = allocator.ioBuffer(Math.max(FEW_BYTES, expectedBytes));
    }

    Tick(ByteBufAllocator allocator) {
        this(allocator, FEW_BYTES);
    }

    void append(int position, byte[] message) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        bytes.writeBytes(message);
        positions[size] = position;
        ends[size++] = bytes.writerIndex();
    }

    int bytes() {
        return bytes.readableBytes();
    }

    /** How many messages there are. */
    int size() {
        return size;
    }

    /** Where a message stands in the loop's sequence. */
    int position(int index) {
        return positions[index];
    }

    /** The index of the first message in {@code [from, to)} that stands behind a position; {@code to} if none does. */
    int firstBehind(int position, int from, int to) {
        int found = Arrays.binarySearch(positions, from, to, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The messages in {@code [from, to)}, as a buffer of their own that the caller releases. */
    ByteBuf slice(int from, int to) {
        int start = from == 0 ? 0 : ends[from - 1];
        return bytes.retainedSlice(start, ends[to - 1] - start);
    }

    @Override
    protected void deallocate() {
        bytes.release();
    }

    @Override
    public ReferenceCounted touch(Object hint) {
        bytes.touch(hint);
        return this;
    }
}
