package dev.natter.client;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;

/** Who we are and which room is current, as the server has told us so far. */
record Whereabouts(Nick nick, RoomName room) {

    static Whereabouts at(Event.Welcome welcome) {
        return new Whereabouts(welcome.nick(), welcome.room());
    }

    /** What one's own commands change: nobody is told of their own renaming, joining and leaving but by the reply. */
    Whereabouts after(Reply reply) {
        if (reply instanceof Reply.Named named) {
            return new Whereabouts(named.nick(), room);
        }
        if (reply instanceof Reply.Entered entered) {
            return new Whereabouts(nick, entered.room().room());
        }
        if (reply instanceof Reply.Back back) {
            return new Whereabouts(nick, back.room().room());
        }
        return this;
    }
}
