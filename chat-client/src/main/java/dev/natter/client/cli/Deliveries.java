package dev.natter.client.cli;

import dev.natter.client.ConnectionException;
import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Lines on their way to the server: complains about those that are refused, and remembers those that failed. Lines are sent by
 * one thread, answered on the client's event loop and asked about by any.
 */
final class Deliveries {

    /** Enough to fill the time until an answer comes, and few to be in doubt about if the connection is lost. */
    static final int WINDOW = 32;

    private final Surroundings surroundings;
    private final boolean numbered;
    private final Semaphore window = new Semaphore(WINDOW);

    private final SortedSet<Integer> unknown = new TreeSet<>();
    private final SortedSet<Integer> unsaid = new TreeSet<>();
    private final SortedSet<Integer> underWay = new TreeSet<>();
    private int last;
    private boolean allAccepted = true;

    /** @param numbered whether lines have numbers that mean something to the user */
    Deliveries(Surroundings surroundings, boolean numbered) {
        this.surroundings = surroundings;
        this.numbered = numbered;
    }

    /**
     * Sends what a line asks for, or complains where that cannot be sent. Blocks while too much is unanswered, be it that there
     * is no connection.
     *
     * @param line its number
     */
    void send(ReconnectingClient client, Request request, int line) throws InterruptedException {
        if (request instanceof Request.Malformed malformed) {
            refused(line, malformed.code(), malformed.message());
        } else if (request instanceof Command command) {
            window.acquire();
            begun(line);
            CompletableFuture<Reply> answer = new CompletableFuture<>();
            answer.whenComplete((reply, failure) -> {
                if (reply == null) {
                    failed(failure, line);
                } else {
                    answered(reply, line);
                }
                window.release();
            });
            client.send(command, answer);
        }
    }

    private synchronized void begun(int line) {
        underWay.add(line);
        last = line;
    }

    private synchronized void answered(Reply reply, int line) {
        underWay.remove(line);
        if (reply instanceof Reply.Refused no) {
            refused(line, no.code(), no.message());
        }
    }

    private synchronized void refused(int line, ErrorCode code, String message) {
        allAccepted = false;
        surroundings.complain((numbered ? "line " + line + ": " : "") + code.code() + ": " + message);
    }

    private synchronized void failed(Throwable why, int line) {
        underWay.remove(line);
        allAccepted = false;
        boolean mayHaveBeenSaid = !(why instanceof ConnectionException end) || end.mayHaveBeenCarriedOut();
        (mayHaveBeenSaid ? unknown : unsaid).add(line);
    }

    /** Complains about the lines of which it is unknown whether they were said, once. To be called after a loss. */
    synchronized void tellUnknown() {
        if (!unknown.isEmpty()) {
            boolean one = unknown.size() == 1;
            surroundings.complain((numbered ? lines(unknown) + ": " : "")
                    + "the connection was lost before the answer; whether " + (one ? "it was" : "they were")
                    + " said is unknown");
            unknown.clear();
        }
    }

    /**
     * Complains about the lines that were surely not said.
     *
     * @param inputHasEnded whether these are all
     */
    synchronized void tellUnsaid(boolean inputHasEnded) {
        if (!unsaid.isEmpty()) {
            boolean one = unsaid.size() == 1 && inputHasEnded;
            surroundings.complain((numbered
                            ? inputHasEnded ? lines(unsaid) : "line " + unsaid.first() + " and those behind it"
                            : one ? "it" : "they")
                    + (one ? " was" : " were") + " not said");
        }
    }

    /** Complains about what becomes of the rest, where all ends in the middle of it. */
    synchronized void tellStopped() {
        if (numbered && last > 0) {
            surroundings.complain(
                    underWay.isEmpty()
                            ? "stopped behind line " + last
                            : "stopped: whether " + lines(underWay)
                                    + " were said is unknown, what is behind them was not");
        }
    }

    /** Such as {@code lines 3, 7 to 12}. */
    private static String lines(SortedSet<Integer> numbers) {
        List<String> runs = new ArrayList<>();
        int first = numbers.first();
        int last = first;
        for (int number : numbers.tailSet(first + 1)) {
            if (number != last + 1) {
                runs.add(run(first, last));
                first = number;
            }
            last = number;
        }
        runs.add(run(first, last));
        return (numbers.size() == 1 ? "line " : "lines ") + String.join(", ", runs);
    }

    private static String run(int first, int last) {
        return first == last ? String.valueOf(first) : first + " to " + last;
    }

    /** Blocks until all that was sent is answered, or never will be. */
    void awaitAnswers() throws InterruptedException {
        window.acquire(WINDOW);
        window.release(WINDOW);
    }

    /** Whether nothing is under way. */
    synchronized boolean areAnswered() {
        return underWay.isEmpty();
    }

    /** Whether the server, or this client for it, has accepted all for certain. */
    synchronized boolean areAllAccepted() {
        return allAccepted;
    }
}
