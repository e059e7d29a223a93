package dev.natter.server.core;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;

/**
 * A session's way out. Whatever goes in comes out in the same order, also with respect to the {@link Broadcast}s that
 * the outlet is a member of. Never blocks and never fails: a listener who cannot be reached is the edge's business.
 */
public interface Outlet {

    void hear(Event event);

    /** To the sender of a private message, who asked for an echo. */
    void hearOwn(Event.PrivateMessage message);

    void reply(Reply reply);

    /** Whether replies find room; while they do not, none of the session's commands are carried out. */
    boolean hasRoom();

    /** How to speak from here on. The caller takes the outlet out of its broadcasts first, and puts it back. */
    void speak(WireFormat format);

    WireFormat format();

    /** Ends the connection once everything before has been sent. Only the first call of this or the next counts. */
    void close();

    /** The same, with something to be heard last, also by someone who is too slow for what comes before. */
    void closeWith(Event lastWords);

    /** Where the other end is, for operators' eyes only. */
    String address();
}
