package dev.natter.client.reconnect;

import dev.natter.client.ChatClient;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.format.SafeText;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.Quote;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes a nick and rooms on a new connection, before anything is said. Event loop only. */
final class Introduction {

    /** How many other nicks to try where the wanted one is in use. */
    private static final int MOST_OTHER_NICKS = 3;

    private final ChatClient client;
    private final Presence wanted;
    private final boolean echo;
    private final Manners manners;
    private final List<String> remarks = new ArrayList<>();

    /** @param echo whether to hear one's own words too */
    Introduction(ChatClient client, Presence wanted, boolean echo, Manners manners) {
        this.client = client;
        this.wanted = wanted;
        this.echo = echo;
        this.manners = manners;
    }

    /**
     * Done when the server has answered all, with remarks on what is not as it was wanted. Fails with a
     * {@link RefusedException}, if it is strict, or because the connection has ended.
     */
    CompletableFuture<List<String>> begin() {
        return takeNick().thenCompose(named -> takePlace()).thenApply(placed -> remarks);
    }

    private CompletableFuture<Void> takeNick() {
        Nick nick = wanted.nick();
        return nick == null ? CompletableFuture.completedFuture(null) : take(nick, nick, MOST_OTHER_NICKS);
    }

    private CompletableFuture<Void> take(Nick nick, Nick original, int others) {
        return ask(new Command.TakeNick(nick)).thenCompose(reply -> {
            if (reply instanceof Reply.Refused refused) {
                Optional<Nick> other = lengthened(nick);
                if (refused.code() == ErrorCode.NICK_IN_USE && others > 0 && other.isPresent()) {
                    return take(other.get(), original, others - 1);
                }
                remark(inUse(refused, original) + "; you are " + Quote.of(client.nick()));
            } else if (!nick.equals(original)) {
                remark("the nickname " + Quote.of(original) + " is in use; you are " + Quote.of(client.nick()));
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    /** The server speaks of the nick that was tried last. */
    private static String inUse(Reply.Refused refused, Nick original) {
        return refused.code() == ErrorCode.NICK_IN_USE
                ? "the nickname " + Quote.of(original) + " is in use"
                : refused.message();
    }

    private static Optional<Nick> lengthened(Nick nick) {
        try {
            return Optional.of(Nick.of(nick + "_"));
        } catch (BadNameException e) {
            return Optional.empty(); // too long
        }
    }

    /** All in one go: a line more or less in a room costs no time then. */
    private CompletableFuture<Void> takePlace() {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        List<RoomName> rooms = wanted.rooms();
        rooms.stream().skip(beginsInTheLobby() ? 1 : 0).map(this::join).forEach(answers::add);
        if (!rooms.isEmpty() && !rooms.contains(RoomName.LOBBY)) {
            answers.add(ask(new Command.Leave(RoomName.LOBBY)));
        }
        if (echo) {
            answers.add(ask(new Command.Echo(true)));
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new));
    }

    /** Which everybody does by themselves. */
    private boolean beginsInTheLobby() {
        return !wanted.rooms().isEmpty() && wanted.rooms().get(0).equals(RoomName.LOBBY);
    }

    private CompletableFuture<?> join(RoomName room) {
        return ask(new Command.Join(room)).thenAccept(reply -> {
            if (reply instanceof Reply.Refused refused) {
                remark("you are not in " + room + ": " + refused.message());
            }
        });
    }

    private CompletableFuture<Reply> ask(Command command) {
        return client.send(command)
                .thenCompose(reply -> manners == Manners.STRICT && reply instanceof Reply.Refused refused
                        ? CompletableFuture.failedFuture(new RefusedException(refused))
                        : CompletableFuture.completedFuture(reply));
    }

    private void remark(String sentence) {
        remarks.add(SafeText.of(sentence));
    }
}
