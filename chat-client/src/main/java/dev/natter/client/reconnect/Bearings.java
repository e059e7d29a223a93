package dev.natter.client.reconnect;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who and where we are, and who and where to be on the next connection. Event loop only, but for what says otherwise. */
final class Bearings {

    /** What to take; its nick stays the one that was wanted where another had to do. */
    private Presence wanted;

    private volatile @Nullable Standing standing;

    /** What it was before the connection was lost. */
    private @Nullable Standing before;

    /** Rooms that were wanted, and refused. */
    private List<RoomName> missing = List.of();

    Bearings(Presence wanted) {
        this.wanted = wanted;
    }

    Presence wanted() {
        return wanted;
    }

    /**
     * As last known. Any thread.
     *
     * @throws IllegalStateException before the first welcome
     */
    Standing standing() {
        Standing known = standing;
        if (known == null) {
            throw new IllegalStateException("the server has not said its welcome yet");
        }
        return known;
    }

    void welcomed(Event.Welcome welcome) {
        standing = Standing.at(welcome);
    }

    void answered(Command command, Reply reply) {
        standing = standing().after(command, reply);
    }

    /** To be called for a command that somebody gave: the name that they chose is the one to go by from now on. */
    void chosen(Reply reply) {
        if (reply instanceof Reply.Named named) {
            wanted = new Presence(named.nick(), wanted.rooms());
        }
    }

    /** All is as far as the server lets it be: rooms that it does not let us into are wanted still. */
    void introduced() {
        missing = wanted.rooms().stream()
                .filter(room -> !standing().rooms().contains(room))
                .toList();
    }

    /** The connection was lost. */
    void lost() {
        before = standing();
        List<RoomName> rooms = new ArrayList<>(missing);
        rooms.addAll(before.rooms());
        wanted = new Presence(wanted.nick(), rooms);
    }

    boolean hadEcho() {
        return before != null && before.echo();
    }

    boolean isOperatorNoMore() {
        return before != null && before.operator() && !standing().operator();
    }

    /** The room that should be current, if it is not. */
    @Nullable
    RoomName missingRoom() {
        List<RoomName> rooms = wanted.rooms();
        RoomName last = rooms.isEmpty() ? RoomName.LOBBY : rooms.get(rooms.size() - 1);
        return last.equals(standing().room()) ? null : last;
    }
}
