package dev.natter.protocol.format;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;

/** Where a reader stands to what is said: the same event reads differently in one's own room and in another. */
public enum Perspective {
    /** A room's event, to someone whose current room it is; or what concerns the reader alone. */
    HERE,
    /** A room's event, to a member whose current room is another one. */
    ELSEWHERE,
    /** A private message, to the one who sent it. */
    SENDER;

    /**
     * Where somebody stands to an event.
     *
     * @param me their nick
     * @param here the room that is current for them
     */
    public static Perspective of(Event event, Nick me, RoomName here) {
        if (event instanceof Event.PrivateMessage message) {
            // What one tells oneself was said to one, too.
            return message.from().equals(me) && !message.to().equals(me) ? SENDER : HERE;
        }
        return event instanceof Event.Message message && !message.room().equals(here) ? ELSEWHERE : HERE;
    }
}
