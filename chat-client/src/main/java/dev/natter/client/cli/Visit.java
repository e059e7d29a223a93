package dev.natter.client.cli;

import dev.natter.client.ChatClient;
import dev.natter.client.ClientTls;
import dev.natter.client.ConnectionException;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One stay on a server: connects, takes the name, enters the room, says what there is to say, waits for the answers and
 * leaves.
 *
 * @param tls null for plain text
 * @param nick the name to take; null to stay a guest
 * @param rooms the rooms to enter, in order, so that the last becomes the current one; empty to stay in the lobby
 * @param hint what to say besides where there is no such host; may be empty
 */
record Visit(
        ServerAddress address,
        @Nullable ClientTls tls,
        @Nullable Nick nick,
        List<RoomName> rooms,
        String hint,
        Surroundings surroundings) {

    /** Returns the exit code, having complained about what went wrong. */
    int make(Screen screen, Speech speech) throws InterruptedException {
        ChatClient client;
        try {
            client = await(ChatClient.connect(address.host(), address.port(), tls, screen));
        } catch (ConnectionException e) {
            surroundings.complain("cannot connect to " + address + ": " + e.getMessage()
                    + (e.getCause() instanceof UnknownHostException ? hint : "")
                    + (e.code().equals(Optional.of(ErrorCode.TLS_REQUIRED)) ? "; try --tls" : ""));
            return ExitCode.CANNOT_CONNECT;
        }
        Deliveries deliveries = new Deliveries(client, surroundings);
        try {
            int exitCode =
                    introduced(client) ? deliver(client, screen, speech, deliveries) : leave(client, ExitCode.FAILED);
            return screen.broken().isDone() ? brokenScreen() : exitCode;
        } catch (ConnectionException e) {
            surroundings.complain(
                    "the connection to " + address + " was lost: " + e.getMessage() + "; " + deliveries.progress());
            return ExitCode.FAILED;
        }
    }

    private int brokenScreen() {
        surroundings.complain("cannot write to standard output");
        return ExitCode.FAILED;
    }

    /** Nothing may be said before this succeeded, or it would be said under another name or in another room. */
    private boolean introduced(ChatClient client) throws ConnectionException, InterruptedException {
        if (nick != null && !accepted(client, new Command.TakeNick(nick))) {
            return false;
        }
        for (RoomName room : rooms) {
            if (!accepted(client, new Command.Join(room))) {
                return false;
            }
        }
        return true;
    }

    private boolean accepted(ChatClient client, Command command) throws ConnectionException, InterruptedException {
        if (await(client.send(command)) instanceof Reply.Refused refused) {
            surroundings.complain(refused.code().code() + ": " + refused.message());
            return false;
        }
        return true;
    }

    private int deliver(ChatClient client, Screen screen, Speech speech, Deliveries deliveries)
            throws ConnectionException, InterruptedException {
        CompletableFuture<Void> closed = client.closed();
        CompletableFuture<Void> said = speech.say(deliveries);
        awaitEnd(CompletableFuture.anyOf(said, closed, screen.broken()));
        if (screen.broken().isDone()) {
            return leave(client, ExitCode.FAILED);
        }
        if (speech.isAtHand()) {
            awaitEnd(said); // all answers are there, or will never be
        }
        if (!said.isDone() || deliveries.haveFailed()) {
            await(closed); // returns after a QUIT, else throws the reason
        } else if (said.isCompletedExceptionally()) {
            surroundings.complain("standard input cannot be read");
            return leave(client, ExitCode.FAILED);
        }
        return leave(client, speech.isStrict() && deliveries.someWereRefused() ? ExitCode.FAILED : ExitCode.DONE);
    }

    private static int leave(ChatClient client, int exitCode) throws InterruptedException {
        client.close();
        awaitEnd(client.closed());
        return exitCode;
    }

    private static <T> T await(CompletableFuture<T> future) throws ConnectionException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectionException why) {
                throw why;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until a future is done, well or not. */
    private static void awaitEnd(CompletableFuture<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            // That it has failed is for those to tell who look at the single futures.
        }
    }
}
