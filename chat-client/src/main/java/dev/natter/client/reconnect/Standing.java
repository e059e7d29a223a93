package dev.natter.client.reconnect;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows of us, as it has told by its answers.
 *
 * @param rooms in the order of joining; the last one is the current one
 * @param online how many were in the current room when we came there
 */
record Standing(Nick nick, List<RoomName> rooms, int online, boolean echo, boolean operator) {

    Standing {
        rooms = List.copyOf(rooms);
    }

    static Standing at(Event.Welcome welcome) {
        return new Standing(welcome.nick(), List.of(welcome.room()), welcome.online(), false, false);
    }

    RoomName room() {
        return rooms.get(rooms.size() - 1);
    }

    Standing after(Command command, Reply reply) {
        if (reply instanceof Reply.Named named) {
            return new Standing(named.nick(), rooms, online, echo, operator);
        }
        if (reply instanceof Reply.Entered entered) {
            return in(entered.room(), null);
        }
        if (reply instanceof Reply.Back back && command instanceof Command.Leave leave) {
            return in(back.room(), leave.room() == null ? room() : leave.room());
        }
        if (reply instanceof Reply.Echoing echoing) {
            return new Standing(nick, rooms, online, echoing.echo(), operator);
        }
        if (reply instanceof Reply.Done done && done.verb() == Verb.OPER) {
            return new Standing(nick, rooms, online, echo, true);
        }
        return this;
    }

    private Standing in(Reply.RoomCount current, @Nullable RoomName left) {
        List<RoomName> now = new ArrayList<>(rooms);
        now.remove(current.room());
        if (left != null) {
            now.remove(left);
        }
        now.add(current.room());
        return new Standing(nick, now, current.online(), echo, operator);
    }
}
