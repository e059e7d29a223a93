package dev.natter.client.chat;

import dev.natter.client.ConnectionException;
import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Reply;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends to one server what a person types and pastes, and tells of what did not arrive. Any thread. */
final class Sender {

    private final ReconnectingClient client;
    private final Notices notices;
    private final Runnable changed;

    /** Of what was typed. */
    private final AtomicInteger unanswered = new AtomicInteger();

    private final AtomicInteger notSent = new AtomicInteger();

    private volatile boolean closing;
    private volatile @Nullable Paste paste;

    /**
     * Sends to one server.
     *
     * @param changed told when what {@link #status} says has changed
     */
    Sender(ReconnectingClient client, Notices notices, Runnable changed) {
        this.client = client;
        this.notices = notices;
        this.changed = changed;
    }

    void send(Command command) {
        unanswered.incrementAndGet();
        client.send(command).whenComplete((reply, failure) -> {
            unanswered.decrementAndGet();
            if (failure instanceof ConnectionException why && isClosing(why)) {
                notSent.incrementAndGet();
            } else if (failure instanceof ConnectionException why) {
                notices.complain(
                        why.mayHaveBeenCarriedOut()
                                ? unknown(command)
                                : "not sent: " + described(command) + " (" + why.getMessage() + ")");
            }
            changed.run();
        });
        changed.run();
    }

    private boolean isClosing(ConnectionException why) {
        return closing && !why.mayHaveBeenCarriedOut();
    }

    /** Sends no more: this side ends it. */
    void close() {
        closing = true;
        stopPaste();
        client.close();
    }

    /** Tells how much was still kept when it was closed. */
    void tellNotSent() {
        if (notSent.get() > 0) {
            notices.complain(notSent + (notSent.get() == 1 ? " line" : " lines") + " that you typed could not be sent");
        }
    }

    private static String unknown(Command command) {
        return "no answer to " + described(command) + " before the connection was lost: it may have arrived or not";
    }

    private static String described(Command command) {
        if (command instanceof Command.Say say) {
            return "\"" + say.text() + "\"";
        }
        return command instanceof Command.Tell tell
                ? "\"" + tell.text() + "\" to " + tell.target()
                : "/" + command.verb().name().toLowerCase(Locale.ROOT);
    }

    void paste(List<Command> commands) {
        Paste running = paste;
        if (running != null && !running.isOver()) {
            running.add(commands);
            changed.run();
            return;
        }
        Paste next = new Paste(commands, this::sendOfPaste, changed);
        paste = next;
        next.start();
        changed.run();
    }

    private CompletableFuture<Reply> sendOfPaste(Command command) {
        CompletableFuture<Reply> reply = client.send(command);
        reply.whenComplete((any, failure) -> {
            if (failure instanceof ConnectionException why && why.mayHaveBeenCarriedOut()) {
                notices.complain(unknown(command));
            } else if (failure != null) {
                // The end is for good: what is behind it would fail as well.
                stopPaste();
            }
        });
        return reply;
    }

    /** Stops a paste that is being sent. Returns whether there was one. */
    boolean stopPaste() {
        Paste running = paste;
        if (running == null || running.isOver() || !running.stop()) {
            return false;
        }
        notices.remark("stopped: " + running.notSent() + " of " + running.size() + " lines were not sent");
        changed.run();
        return true;
    }

    Status status() {
        Paste running = paste;
        return running == null || running.isOver()
                ? new Status(client.nick(), client.room(), client.isConnected(), unanswered.get(), 0)
                : new Status(client.nick(), client.room(), client.isConnected(), running.left(), running.size());
    }
}
