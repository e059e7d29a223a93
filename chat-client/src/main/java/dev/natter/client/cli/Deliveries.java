package dev.natter.client.cli;

import dev.natter.client.ChatClient;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.message.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lines on their way to the server: complains about those that are refused, and keeps count. Used by one thread; the
 * counts can be read by any.
 */
final class Deliveries {

    /** Enough to fill the time until an answer comes, and little to hold in memory. */
    private static final int MAX_UNANSWERED = 100;

    private final ChatClient client;
    private final Surroundings surroundings;
    private final CompletableFuture<Void> closed;
    private final Semaphore window = new Semaphore(MAX_UNANSWERED);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Deliveries(ChatClient client, Surroundings surroundings) {
        this.client = client;
        this.surroundings = surroundings;
        this.closed = client.closed();
    }

    /**
     * Sends what a line asks for, or complains where that cannot be sent. Blocks while too much is unanswered.
     *
     * @param where what to begin a complaint with, such as {@code line 3: }
     */
    void send(Request request, String where) throws InterruptedException {
        if (request instanceof Request.Malformed malformed) {
            refused.incrementAndGet();
            surroundings.complain(where + malformed.code().code() + ": " + malformed.message());
        } else if (request instanceof Command command) {
            window.acquire();
            sent.incrementAndGet();
            client.send(command).whenComplete((reply, failure) -> {
                if (reply != null) {
                    count(reply, where);
                }
                window.release();
            });
        }
    }

    private void count(Reply reply, String where) {
        if (reply instanceof Reply.Refused no) {
            refused.incrementAndGet();
            surroundings.complain(where + no.code().code() + ": " + no.message());
        }
        answered.incrementAndGet();
    }

    /** Blocks until all that was sent is answered, or never will be. */
    void awaitAnswers() throws InterruptedException {
        window.acquire(MAX_UNANSWERED);
        window.release(MAX_UNANSWERED);
    }

    /** Whether the connection ended with something unanswered: there is no use in sending more. */
    boolean haveFailed() {
        return closed.isDone() && unanswered() > 0;
    }

    /** Whether the server, or this client for it, refused something. */
    boolean someWereRefused() {
        return refused.get() > 0;
    }

    int answered() {
        return answered.get();
    }

    int unanswered() {
        return sent.get() - answered.get();
    }
}
