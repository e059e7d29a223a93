package dev.natter.server.net.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a socket has not taken yet, in order, with a note who said it. Event loop only.
 *
 * <p>A slice keeps the whole tick alive that it was cut from. So small pieces are copied together: otherwise somebody
 * who does not read would hold a hundred times the memory that is counted.
 */
final class Backlog {

    /**
     * Some of it.
     *
     * @param reply whether these are replies to the connection's own commands, rather than what others said
     */
    record Piece(ByteBuf bytes, boolean reply) {}

    /** Up to here a copy costs less than the tick that a slice would keep. */
    private static final int SMALL = 1024;

    private static final int COLLECTION = 4 * SMALL;

    private final Deque<Piece> pieces = new ArrayDeque<>(1);
    private long bytes;
    private long unread;

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** How many bytes there are. */
    long bytes() {
        return bytes;
    }

    /** How many of them others said. */
    long unread() {
        return unread;
    }

    /** Takes over a buffer. */
    void add(ByteBuf buffer, boolean reply, ByteBufAllocator allocator) {
        count(buffer, reply, 1);
        if (buffer.readableBytes() > SMALL) {
            pieces.add(new Piece(buffer, reply));
            return;
        }
        Piece last = pieces.peekLast();
        // Only collections have room behind what is in them: slices are full.
        boolean fits = last != null && last.reply() == reply && last.bytes().writableBytes() >= buffer.readableBytes();
        ByteBuf collection = fits ? last.bytes() : allocator.buffer(COLLECTION);
        collection.writeBytes(buffer);
        buffer.release();
        if (!fits) {
            pieces.add(new Piece(collection, reply));
        }
    }

    /** The first piece, which is the caller's now. */
    Piece remove() {
        Piece first = pieces.remove();
        count(first.bytes(), first.reply(), -1);
        return first;
    }

    private void count(ByteBuf buffer, boolean reply, int sign) {
        long change = (long) sign * buffer.readableBytes();
        bytes += change;
        unread += reply ? 0 : change;
    }
}
