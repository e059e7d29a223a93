package dev.natter.server.net.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one connection hears in one drain, where that is not just one whole tick: parts of one or several ticks, without
 * the connection's own messages, and what is for it alone in between. Everything has a position in the loop's sequence;
 * it comes out in that order. Event loop only.
 */
final class Interleaving {

    /** Where the pieces go, in order. */
    interface Sink {

        /**
         * Takes the next piece, and releases it.
         *
         * @param reply whether it is a reply to the connection's own command
         */
        void accept(ByteBuf bytes, boolean reply);
    }

    /** The messages of a tick from one index to another that are still to be heard. */
    private static final class Window {
        final Tick tick;
        final int end;
        int next;

        Window(Tick tick, int start, int end) {
            this.tick = tick;
            this.next = start;
            this.end = end;
        }

        int head() {
            return next == end ? Integer.MAX_VALUE : tick.position(next);
        }

        /** Takes the messages up to the first that stands at {@code limit} or behind it. */
        ByteBuf takeBefore(int limit) {
            int from = next;
            dropBefore(limit);
            return tick.slice(from, next);
        }

        void dropBefore(int limit) {
            next = tick.firstBehind(limit - 1, next, end);
        }
    }

    /**
     * What is this connection's alone, from one position to another without a gap: its own messages, which it is not to
     * hear, and bytes that only it is to hear. Mostly a burst of commands that were carried out in one go.
     */
    private static final class Aside {
        final int from;
        int to;

        @Nullable
        ByteBuf bytes;

        boolean reply;

        Aside(int position) {
            this.from = position;
            this.to = position + 1;
        }

        boolean canTake(boolean moreReply) {
            return bytes == null || reply == moreReply;
        }

        void take(byte[] more, boolean moreReply) {
            reply = moreReply;
            if (bytes == null) {
                bytes = Unpooled.wrappedBuffer(more);
            } else {
                if (bytes.maxWritableBytes() < more.length) { // just wrapped
                    bytes = Unpooled.buffer(2 * (bytes.readableBytes() + more.length))
                            .writeBytes(bytes);
                }
                bytes.writeBytes(more);
            }
        }
    }

    /** A tick that the connection came to hear while it was under way, and its first message for the connection. */
    private record Start(Tick tick, int index) {}

    private final List<Window> windows = new ArrayList<>(2);
    private final List<Aside> asides = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>(0);

    /** From here on the connection hears the tick. */
    void startAtEnd(Tick tick) {
        starts.removeIf(start -> start.tick() == tick);
        starts.add(new Start(tick, tick.size()));
    }

    /** The tick up to here is to be heard. Takes over the caller's reference to it. */
    void add(Tick tick) {
        int from = 0;
        for (Start start : starts) {
            from = start.tick() == tick ? start.index() : from;
        }
        if (from == tick.size()) {
            tick.release();
        } else {
            windows.add(new Window(tick, from, tick.size()));
        }
    }

    void skip(int position) {
        asideUpTo(position, true);
    }

    void insert(int position, byte[] bytes, boolean reply) {
        Aside last = last();
        boolean fits = last == null || last.canTake(reply);
        asideUpTo(position, fits).take(bytes, reply);
    }

    /** Extends the last aside by a position, if that follows it and it may grow; else begins another one. */
    private Aside asideUpTo(int position, boolean mayGrow) {
        Aside last = last();
        if (last != null && mayGrow && last.to == position) {
            last.to++;
            return last;
        }
        Aside next = new Aside(position);
        asides.add(next);
        return next;
    }

    private @Nullable Aside last() {
        return asides.isEmpty() ? null : asides.get(asides.size() - 1);
    }

    /** Gives out all pieces, in order. To be called once. */
    void drainTo(Sink sink) {
        try {
            for (Aside aside : asides) {
                emitBefore(aside.from, sink);
                windows.forEach(window -> window.dropBefore(aside.to));
                if (aside.bytes != null) {
                    sink.accept(aside.bytes, aside.reply);
                }
            }
            emitBefore(Integer.MAX_VALUE, sink);
        } finally {
            windows.forEach(window -> window.tick.release());
        }
    }

    /** Gives out the messages that stand before a position: of several ticks, always those with the smallest first. */
    private void emitBefore(int position, Sink sink) {
        while (true) {
            Window first = null;
            int limit = position;
            for (Window window : windows) {
                if (first == null || window.head() < first.head()) {
                    limit = first == null ? limit : Math.min(limit, first.head());
                    first = window;
                } else {
                    limit = Math.min(limit, window.head());
                }
            }
            if (first == null || first.head() >= position) {
                return;
            }
            sink.accept(first.takeBefore(limit), false);
        }
    }
}
