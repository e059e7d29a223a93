package dev.natter.client;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Reply;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The commands that wait for their answer, in the order in which the answers will come. Event loop only. */
final class PendingReplies {

    private final Queue<Pending> queue = new ArrayDeque<>();

    /** A command on its way and who waits for its answer. */
    record Pending(Command command, CompletableFuture<Reply> reply) {}

    void add(Command command, CompletableFuture<Reply> reply) {
        queue.add(new Pending(command, reply));
    }

    /** Takes the command whose turn it is; null if none waits. */
    @Nullable
    Pending next() {
        return queue.poll();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void failAll(ConnectionException why) {
        for (Pending pending = queue.poll(); pending != null; pending = queue.poll()) {
            pending.reply().completeExceptionally(why);
        }
    }
}
