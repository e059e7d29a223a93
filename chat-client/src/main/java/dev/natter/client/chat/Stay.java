package dev.natter.client.chat;

import dev.natter.client.reconnect.ConnectionState;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A stay on one server, through losses of the connection: what is heard there, and what of it is to be seen. */
final class Stay implements ReconnectListener {

    /** So many people are worth a line when one enters. */
    private static final int FEW = 20;

    private final Chat chat;
    private final Notices notices;
    private final String server;

    /** Commands that nobody typed. */
    private final Set<Command> unasked =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private List<String> motd = List.of();
    private boolean introduced;
    private boolean echo;
    private @Nullable String lastLoss;

    Stay(Chat chat, Notices notices, String server) {
        this.chat = chat;
        this.notices = notices;
        this.server = server;
    }

    @Override
    public void onEvent(ReconnectingClient client, Event event) {
        if (!chat.isCurrent(this)) {
            return;
        }
        if (event instanceof Event.Welcome welcome) {
            motd = welcome.motd();
        } else if (introduced || !isComingOrGoing(event)) {
            chat.heard(event, client.nick(), client.room());
        }
    }

    /** While one comes in, these are only told to oneself because one goes through the lobby. */
    private static boolean isComingOrGoing(Event event) {
        return event instanceof Event.Joined || event instanceof Event.Left || event instanceof Event.Renamed;
    }

    @Override
    public void onReply(ReconnectingClient client, Command command, Reply reply) {
        if (!chat.isCurrent(this)) {
            return;
        }
        chat.roster().answered(reply);
        if (unasked.remove(command)) {
            introduce(reply);
            return;
        }
        if (reply instanceof Reply.Done && command.verb() != Verb.OPER) {
            said(client, command);
        } else {
            notices.show(new Item.Answered(notices.now(), command.verb(), reply));
        }
        if (reply instanceof Reply.Echoing echoing) {
            echo = echoing.echo();
        } else if (reply instanceof Reply.Entered entered) {
            lookAround(client, List.of(entered.room().room()));
        } else if (reply instanceof Reply.Back) {
            chat.roster().left(client.rooms());
        }
        chat.updateStatus();
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
    CompletableFuture<Reply> ask(ReconnectingClient client, Command command) {
        unasked.add(command);
        return client.send(command);
    }

    @Override
    public void onState(ReconnectingClient client, ConnectionState state) {
        if (!chat.isCurrent(this)) {
            return;
        }
        if (state instanceof ConnectionState.Connected connected) {
            introduced = true;
            connected(connected);
            lookAround(client, connected.rooms());
        } else if (state instanceof ConnectionState.Waiting waiting) {
            introduced = false;
            lost(waiting);
        } else if (state instanceof ConnectionState.Ended ended
                && !chat.isLeaving()
                && client.opened().isDone()) {
            String why = ended.why() == null ? "" : ": " + ended.why().getMessage();
            notices.complain(
                    "the connection to " + server + " is at its end" + why + "; /connect comes back, /quit leaves");
        }
        chat.updateStatus();
    }

    private void connected(ConnectionState.Connected connected) {
        unasked.clear();
        lastLoss = null;
        List<String> lines = new ArrayList<>();
        String where = " as " + connected.nick() + " in " + connected.room();
        if (connected.again()) {
            lines.add("connected again" + where + "; what was said meanwhile is missing here");
        } else {
            lines.add("connected to " + server + where);
            lines.addAll(motd);
        }
        lines.addAll(connected.remarks());
        notices.remark(lines);
    }

    /** Told once for each reason, not at every attempt. */
    private void lost(ConnectionState.Waiting waiting) {
        String why = String.valueOf(waiting.why().getMessage());
        if (lastLoss == null) {
            notices.complain("the connection to " + server + " was lost: " + why
                    + "; trying to get it back, what you type is kept until then");
        } else if (!lastLoss.equals(why)) {
            notices.complain("no connection to " + server + " yet: " + why);
        }
        lastLoss = why;
    }
}
