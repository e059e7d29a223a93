package dev.natter.client.cli;

import dev.natter.client.ChatClient;
import dev.natter.client.ConnectionException;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.message.Reply;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lines on their way to the server: complains about those that are refused, and keeps count. Lines are sent by one thread,
 * counted on the client's event loop and asked about by any.
 */
final class Deliveries {

    /** Enough to fill the time until an answer comes, and little to hold in memory. */
    private static final int MAX_UNANSWERED = 100;

    private final ChatClient client;
    private final Surroundings surroundings;
    private final Semaphore window = new Semaphore(MAX_UNANSWERED);

    private int answered;
    private int refused;
    private int unanswered;
    private @Nullable String firstUnanswered;
    private @Nullable String firstUnsent;

    Deliveries(ChatClient client, Surroundings surroundings) {
        this.client = client;
        this.surroundings = surroundings;
    }

    /**
     * Sends what a line asks for, or complains where that cannot be sent. Blocks while too much is unanswered.
     *
     * @param line what to call it, such as {@code line 3}; empty if it needs no name
     */
    void send(Request request, String line) throws InterruptedException {
        if (request instanceof Request.Malformed malformed) {
            refused(line, malformed.code(), malformed.message());
        } else if (request instanceof Command command) {
            window.acquire();
            send(command, line);
        }
    }

    /** Locked, so that whoever asks finds no line that is sent but not seen to yet. */
    private synchronized void send(Command command, String line) {
        client.send(command).whenComplete((reply, failure) -> {
            if (reply != null) {
                answered(reply, line);
            } else {
                failed(failure, line);
            }
            window.release();
        });
    }

    private synchronized void answered(Reply reply, String line) {
        answered++;
        if (reply instanceof Reply.Refused no) {
            refused(line, no.code(), no.message());
        }
    }

    private synchronized void refused(String line, ErrorCode code, String message) {
        refused++;
        surroundings.complain((line.isEmpty() ? "" : line + ": ") + code.code() + ": " + message);
    }

    private synchronized void failed(Throwable why, String line) {
        if (why instanceof ConnectionException end && !end.mayHaveBeenCarriedOut()) {
            firstUnsent = firstUnsent == null ? line : firstUnsent;
        } else {
            unanswered++;
            firstUnanswered = firstUnanswered == null ? line : firstUnanswered;
        }
    }

    /** Blocks until all that was sent is answered, or never will be. */
    void awaitAnswers() throws InterruptedException {
        window.acquire(MAX_UNANSWERED);
        window.release(MAX_UNANSWERED);
    }

    /** Whether the connection ended before something was answered or sent: there is no use in sending more. */
    synchronized boolean haveFailed() {
        return firstUnanswered != null || firstUnsent != null;
    }

    /** Whether the server, or this client for it, refused something. */
    synchronized boolean someWereRefused() {
        return refused > 0;
    }

    /** How far it came, and from where on a script would have to go on, if lines have names. */
    synchronized String progress() {
        String first = "";
        if (firstUnanswered != null) {
            first = firstUnanswered.isEmpty() ? "" : ", the first of them " + firstUnanswered;
        } else if (firstUnsent != null) {
            first = firstUnsent.isEmpty() ? "" : ", the first not sent " + firstUnsent;
        }
        return "lines answered: " + answered + ", not answered: " + unanswered + first;
    }
}
