package dev.natter.server.net.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a socket has not taken yet, in order, with a note of how much of it are replies. Event loop only.
 *
 * <p>Everything is copied into chunks, of which any two neighbours are more than half full. A slice would keep the whole
 * tick alive that it was cut from: somebody who does not read would hold a hundred times the memory that is counted.
 */
final class Backlog {

    /** Some of it: whole lines. */
    static final class Chunk {
        private final ByteBuf bytes;
        private int replies;

        private Chunk(ByteBuf bytes) {
            this.bytes = bytes;
        }

        ByteBuf bytes() {
            return bytes;
        }

        /** How many of the bytes are replies to the connection's own commands, rather than what others said. */
        int replies() {
            return replies;
        }
    }

    private static final int USUAL_CHUNK = 4096;

    private final Deque<Chunk> chunks = new ArrayDeque<>(1);
    private long bytes;
    private long unread;

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** How many bytes there are. */
    long bytes() {
        return bytes;
    }

    /** How many of them others said. */
    long unread() {
        return unread;
    }

    /** Adds whole lines, and releases their buffer. */
    void add(ByteBuf lines, boolean reply, ByteBufAllocator allocator) {
        try {
            int size = lines.readableBytes();
            Chunk chunk = chunkFor(size, allocator);
            chunk.bytes.writeBytes(lines);
            chunk.replies += reply ? size : 0;
            bytes += size;
            unread += reply ? 0 : size;
        } finally {
            lines.release();
        }
    }

    /** The last chunk, or a new one: lines stay together, since the chunks behind may be dropped. */
    private Chunk chunkFor(int size, ByteBufAllocator allocator) {
        Chunk last = chunks.peekLast();
        if (last == null || last.bytes.writableBytes() < size) {
            last = new Chunk(allocator.buffer(Math.max(USUAL_CHUNK, size)));
            chunks.add(last);
        }
        return last;
    }

    /** Takes the first chunk, whose bytes are the caller's to release now. There must be one. */
    Chunk remove() {
        Chunk first = chunks.remove();
        int size = first.bytes.readableBytes();
        bytes -= size;
        unread -= size - first.replies;
        return first;
    }
}
