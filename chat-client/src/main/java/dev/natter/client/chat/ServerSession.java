package dev.natter.client.chat;

import dev.natter.client.ConnectionException;
import dev.natter.client.reconnect.ConnectionState;
import dev.natter.client.reconnect.Destination;
import dev.natter.client.reconnect.Manners;
import dev.natter.client.reconnect.Presence;
import dev.natter.client.reconnect.ReconnectListener;
import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.client.view.Item;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A stay on one server, through losses of the connection: what is heard there, and what of it is to be seen. */
final class ServerSession implements ReconnectListener {

    /** So many people are worth a line when one enters. */
    private static final int FEW = 20;

    /** For what was sent to be answered, when leaving. */
    private static final long SECONDS_TO_LEAVE = 5;

    private final Chat chat;
    private final Destination destination;
    private final Notices notices;
    private final Roster roster;
    private final Ignored ignored;

    /** Commands that nobody typed. */
    private final Set<Command> unasked =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private volatile @Nullable ReconnectingClient client;
    private volatile @Nullable Sender sender;

    private List<String> motd = List.of();
    private boolean introduced;
    private boolean echo;
    private @Nullable String lastLoss;

    /** Why the server ends the connection: told with the end, where that tells no reason. */
    private Item.@Nullable Heard lastWords;

    ServerSession(Chat chat, Destination destination, Notices notices, Roster roster, Ignored ignored) {
        this.chat = chat;
        this.destination = destination;
        this.notices = notices;
        this.roster = roster;
        this.ignored = ignored;
    }

    /** Begins. Done when the server has let one in; fails with a {@link ConnectionException} if it does not come to that. */
    CompletableFuture<Void> open() {
        ReconnectingClient opening =
                ReconnectingClient.open(destination.endpoint(), destination.presence(), Manners.LENIENT, this);
        client = opening;
        return opening.opened();
    }

    /** Ends it, also while it begins: what was sent is still answered, and nothing more is heard. Any thread. */
    void end() {
        Sender sending = sender;
        ReconnectingClient ending = client;
        if (sending != null) {
            sending.close();
        } else if (ending != null) {
            ending.close();
        }
    }

    /** Returns when it has ended, or some seconds later. */
    void awaitEnd() throws InterruptedException {
        try {
            client().ended().get(SECONDS_TO_LEAVE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Whatever the end was like, this is one.
        }
        sender().tellNotSent();
    }

    /** Any thread, once the server has let one in; so for the next ones. */
    Sender sender() {
        return Objects.requireNonNull(sender);
    }

    Status status() {
        return sender().status();
    }

    boolean isConnected() {
        return client().isConnected();
    }

    boolean isAt(Destination to) {
        return destination.endpoint().host().equals(to.endpoint().host())
                && destination.endpoint().port() == to.endpoint().port();
    }

    /** Whether the connection does not come back by itself. */
    boolean isOver() {
        return client().ended().isDone();
    }

    void retryNow() {
        client().retryNow();
    }

    /** The same server, with the nick and the rooms that one had in the end. */
    Destination again() {
        Nick nick = client().nick();
        Presence last = new Presence(nick.isReserved() ? null : nick, client().rooms());
        return new Destination(destination.name(), destination.endpoint(), last);
    }

    CompletableFuture<?> askForRooms() {
        return isConnected() ? ask(client(), new Command.ListRooms()) : CompletableFuture.completedFuture(null);
    }

    private ReconnectingClient client() {
        return Objects.requireNonNull(client);
    }

    @Override
    public void onEvent(ReconnectingClient from, Event event) {
        if (event instanceof Event.Welcome welcome) {
            motd = welcome.motd();
        } else if (event instanceof Event.Closing || event instanceof Event.Killed) {
            lastWords = new Item.Heard(event, from.nick(), from.room());
        } else if (chat.isOn(this)) {
            roster.heard(event);
            Item.Heard heard = new Item.Heard(event, from.nick(), from.room());
            // While one comes in, one is told of those who come and go only because the way leads through the lobby.
            if (!ignored.covers(event) && (introduced || !heard.isComingOrGoing())) {
                notices.show(heard);
            }
        }
    }

    @Override
    public void onReply(ReconnectingClient from, Command command, Reply reply) {
        if (!chat.isOn(this)) {
            return;
        }
        roster.answered(reply);
        roster.here(from.room());
        if (unasked.contains(command)) {
            introduce(reply);
            return;
        }
        if (reply instanceof Reply.Done && command.verb() != Verb.OPER) {
            said(from, command);
        } else {
            notices.show(new Item.Answered(notices.now(), command.verb(), reply));
        }
        if (reply instanceof Reply.Echoing echoing) {
            echo = echoing.echo();
        } else if (reply instanceof Reply.Entered entered) {
            lookAround(from, List.of(entered.room().room()));
        } else if (reply instanceof Reply.Back) {
            roster.left(from.rooms());
        }
        chat.statusChanged();
    }

    /** Shows one's own words where they were said among those of others; with ECHO ON the server does. */
    private void said(ReconnectingClient client, Command command) {
        if (echo) {
            return;
        }
        Nick me = client.nick();
        RoomName here = client.room();
        if (command instanceof Command.Say say) {
            showSaid(new Event.Message(notices.now(), here, me, say.text()), me, here);
        } else if (command instanceof Command.Tell tell && tell.target() instanceof Command.Target.Room room) {
            showSaid(new Event.Message(notices.now(), room.name(), me, tell.text()), me, here);
        } else if (command instanceof Command.Tell tell
                && tell.target() instanceof Command.Target.Person person
                && !person.nick().equals(me)) {
            showSaid(new Event.PrivateMessage(notices.now(), me, person.nick(), tell.text()), me, here);
        }
    }

    private void showSaid(Event event, Nick me, RoomName here) {
        notices.show(new Item.Said(new Item.Heard(event, me, here)));
    }

    /** Who is there, if that can be read at a glance. */
    private void introduce(Reply reply) {
        if (!(reply instanceof Reply.Members members)) {
            return;
        }
        int online = members.nicks().size();
        if (online == 1) {
            notices.remark("nobody else is in " + members.room());
        } else if (online <= FEW) {
            notices.show(new Item.Answered(notices.now(), Verb.WHO, reply));
        } else {
            notices.remark(online + " are in " + members.room() + "; /who lists them");
        }
    }

    private void lookAround(ReconnectingClient client, List<RoomName> rooms) {
        rooms.forEach(room -> ask(client, new Command.Who(room)));
    }

    /** Asks for something that nobody typed, so that nobody is shown the answer. */
    private CompletableFuture<Reply> ask(ReconnectingClient from, Command command) {
        unasked.add(command);
        CompletableFuture<Reply> reply = from.send(command);
        reply.whenComplete((any, failure) -> unasked.remove(command));
        return reply;
    }

    @Override
    public void onState(ReconnectingClient from, ConnectionState state) {
        if (state instanceof ConnectionState.Connected connected && !connected.again()) {
            client = from;
            sender = new Sender(from, notices, chat::statusChanged);
            chat.entered(this);
        }
        if (!chat.isOn(this)) {
            return;
        }
        if (state instanceof ConnectionState.Connected connected) {
            introduced = true;
            roster.here(connected.room());
            connected(connected);
            lookAround(from, connected.rooms());
        } else if (state instanceof ConnectionState.Waiting waiting) {
            introduced = false;
            lost(waiting);
        } else if (state instanceof ConnectionState.Ended ended && !chat.isLeaving()) {
            if (ended.why() == null && lastWords != null) {
                notices.show(lastWords);
            }
            String why = ended.why() == null ? "" : ": " + ended.why().getMessage();
            notices.complain("the connection to " + destination.name() + " is at its end" + why
                    + "; /connect comes back, /quit leaves");
        }
        chat.statusChanged();
    }

    private void connected(ConnectionState.Connected connected) {
        lastLoss = null;
        List<String> lines = new ArrayList<>();
        String where = " as " + connected.nick() + " in " + connected.room();
        if (connected.again()) {
            lines.add("connected again" + where + "; what was said meanwhile is missing here");
        } else {
            lines.add("connected to " + destination.name() + where);
            lines.addAll(motd);
        }
        lines.addAll(connected.remarks());
        notices.remark(lines);
    }

    /** Told once for each reason, not at every attempt. */
    private void lost(ConnectionState.Waiting waiting) {
        String why = String.valueOf(waiting.why().getMessage());
        if (lastLoss == null) {
            notices.complain("the connection to " + destination.name() + " was lost: " + why
                    + "; trying to get it back, what you type is kept until then");
        } else if (!lastLoss.equals(why)) {
            notices.complain("no connection to " + destination.name() + " yet: " + why);
        }
        lastLoss = why;
    }
}
