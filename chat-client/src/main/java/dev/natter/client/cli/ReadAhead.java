package dev.natter.client.cli;

import dev.natter.protocol.codec.Line;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads input before it can be sent, so that its end is known of while there is no connection: somebody who waits for more
 * waits on, somebody who has said all gives up in the end. One thread reads, one takes.
 */
final class ReadAhead {

    /** Some thousand lines, of which it is known then that they are all. */
    private static final int MAX_CHARACTERS = 1 << 20;

    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MAX_CHARACTERS);
    private final CompletableFuture<Void> atEnd;

    /**
     * A line and its number, or the end.
     *
     * @param line null at the end
     * @param failure why the input cannot be read any further; null if it can
     */
    private record Entry(
            @Nullable Line line, int number, @Nullable IOException failure) {

        private int size() {
            return line instanceof Line.Text text
                    ? Math.min(MAX_CHARACTERS, text.text().length() + 1)
                    : 1;
        }
    }

    /** A line of the input; the first is number 1. */
    record Numbered(Line line, int number) {}

    private ReadAhead(CompletableFuture<Void> atEnd) {
        this.atEnd = atEnd;
    }

    /**
     * Begins to read, on a thread of its own, for a read from standard input cannot be interrupted.
     *
     * @param atEnd completed when the end of the input has been read
     */
    static ReadAhead of(InputLines lines, CompletableFuture<Void> atEnd) {
        ReadAhead ahead = new ReadAhead(atEnd);
        Thread thread = new Thread(() -> ahead.readAll(lines), "natter-input");
        thread.setDaemon(true);
        thread.start();
        return ahead;
    }

    private void readAll(InputLines lines) {
        try {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                add(new Entry(line, lines.number(), null));
            }
            add(new Entry(null, 0, null));
            atEnd.complete(null);
        } catch (IOException e) {
            entries.add(new Entry(null, 0, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Entry entry) throws InterruptedException {
        room.acquire(entry.size());
        entries.add(entry);
    }

    /**
     * The next line; null at the end. Blocks.
     *
     * @throws IOException if the input cannot be read
     */
    @Nullable
    Numbered next() throws IOException, InterruptedException {
        Entry entry = entries.take();
        room.release(entry.size());
        if (entry.failure() != null) {
            throw entry.failure();
        }
        return entry.line() == null ? null : new Numbered(entry.line(), entry.number());
    }

    /** Whether nothing is left that was not taken. */
    boolean isEmpty() {
        Entry next = entries.peek();
        return atEnd.isDone() && (next == null || next.line() == null);
    }
}
