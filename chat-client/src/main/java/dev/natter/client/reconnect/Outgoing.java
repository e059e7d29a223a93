package dev.natter.client.reconnect;

import dev.natter.client.ChatClient;
import dev.natter.client.ConnectionException;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Commands on their way to the server: sent while there is a connection, kept while there is none, and in the order in which
 * they were given whatever brings one of them back. Event loop only.
 */
final class Outgoing {

    private record Numbered(long number, Command command, CompletableFuture<Reply> reply) {}

    private final SortedMap<Long, Numbered> kept = new TreeMap<>();
    private @Nullable ChatClient connection;
    private long count;

    void add(Command command, CompletableFuture<Reply> reply) {
        Numbered numbered = new Numbered(count++, command, reply);
        if (connection == null) {
            kept.put(numbered.number(), numbered);
        } else {
            send(connection, numbered);
        }
    }

    /**
     * Sends what was kept, and from now on what is added.
     *
     * @param missing the room that should be current and is not: what was meant for it must not be said elsewhere; else null
     */
    void flowTo(ChatClient open, @Nullable RoomName missing) {
        connection = open;
        for (Numbered command : takeAll()) {
            if (missing != null && meansTheCurrentRoom(command.command())) {
                ConnectionException why = ConnectionException.because(missing + " could not be entered again");
                command.reply().completeExceptionally(why.ofWhatWasNotCarriedOut());
            } else {
                send(open, command);
            }
        }
    }

    /** The connection has ended: keeps what is added from now on. */
    void stop() {
        connection = null;
    }

    /** What is kept will not be carried out. */
    void failKept(ConnectionException why) {
        takeAll().forEach(command -> command.reply().completeExceptionally(why.ofWhatWasNotCarriedOut()));
    }

    private void send(ChatClient to, Numbered command) {
        to.send(command.command()).whenComplete((reply, failure) -> {
            if (reply != null) {
                command.reply().complete(reply);
            } else if (isToBeSentAgain(command.command(), Failures.reason(failure))) {
                kept.put(command.number(), command);
            } else {
                command.reply().completeExceptionally(Failures.reason(failure));
            }
        });
    }

    /** Who speaks and where has to be settled before what is said behind that, and on a new connection it is not. */
    private static boolean isToBeSentAgain(Command command, ConnectionException why) {
        boolean concernsTheConnectionOnly = command instanceof Command.TakeNick
                || command instanceof Command.Join
                || command instanceof Command.Leave
                || command instanceof Command.Echo;
        return concernsTheConnectionOnly || !why.mayHaveBeenCarriedOut();
    }

    private static boolean meansTheCurrentRoom(Command command) {
        return command instanceof Command.Say
                || (command instanceof Command.Leave leave && leave.room() == null)
                || (command instanceof Command.Who who && who.room() == null);
    }

    private List<Numbered> takeAll() {
        List<Numbered> all = new ArrayList<>(kept.values());
        kept.clear();
        return all;
    }
}
