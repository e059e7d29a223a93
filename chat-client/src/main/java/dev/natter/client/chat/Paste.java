package dev.natter.client.chat;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many commands that go out one after another, a few ahead of their answers: the server sets the pace, and what has not gone
 * out can still be stopped. Any thread.
 */
final class Paste {

    /** More than one, so that a long way to the server does not slow it down. */
    private static final int AHEAD = 8;

    private final List<Command> commands;
    private final Function<Command, CompletableFuture<Reply>> send;
    private final Runnable progress;

    private int sent;
    private int answered;
    private boolean stopped;

    /** Somebody sends already, and will see what has become possible meanwhile. */
    private boolean sending;

    /**
     * Of these commands.
     *
     * @param progress told after each answer
     */
    Paste(List<Command> commands, Function<Command, CompletableFuture<Reply>> send, Runnable progress) {
        this.commands = new ArrayList<>(commands);
        this.send = send;
        this.progress = progress;
    }

    void start() {
        sendAhead();
    }

    /** Sends more behind these. */
    void add(List<Command> more) {
        synchronized (this) {
            commands.addAll(more);
        }
        sendAhead();
    }

    /** Never within itself, though an answer may be there at once. */
    private void sendAhead() {
        synchronized (this) {
            if (sending) {
                return;
            }
            sending = true;
        }
        for (Command next = next(); next != null; next = next()) {
            send.apply(next).whenComplete((reply, failure) -> answered());
        }
    }

    /** Null for now, or for good: then sending has stopped. */
    private synchronized @Nullable Command next() {
        if (stopped || sent == commands.size() || sent - answered >= AHEAD) {
            sending = false;
            return null;
        }
        return commands.get(sent++);
    }

    private void answered() {
        synchronized (this) {
            answered++;
        }
        sendAhead();
        progress.run();
    }

    /** Sends no more. Returns false if it was stopped before. */
    synchronized boolean stop() {
        boolean first = !stopped;
        stopped = true;
        return first;
    }

    synchronized boolean isOver() {
        return answered == (stopped ? sent : commands.size());
    }

    synchronized int size() {
        return commands.size();
    }

    /** How many have not gone out. */
    synchronized int notSent() {
        return commands.size() - sent;
    }

    /** How many have no answer yet. */
    synchronized int left() {
        return commands.size() - answered;
    }
}
