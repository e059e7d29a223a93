package dev.natter.server.core;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;

/**
 * A session's way out. Whatever goes in comes out in the same order, also with respect to the {@link Broadcast}s that
 * the outlet is a member of. Never blocks and never fails: a listener who cannot be reached is the edge's business.
 */
public interface Outlet {

    /** Something that others said or did. Whoever leaves too much of that unread is disconnected. */
    void hear(Event event);

    /**
     * What the session itself said in a room, where it asked for an echo.
     *
     * @param current whether the room is the one in which it speaks
     */
    void hearOwn(Event.Message message, boolean current);

    /** What the session itself said to one person: an echo that it asked for, or because it is that person. */
    void hearOwn(Event.PrivateMessage message);

    void reply(Reply reply);

    /**
     * Whether replies, and the session's own words, find room; while they do not, none of its commands are carried out.
     */
    boolean hasRoom();

    /** How to speak from here on. The caller takes the outlet out of its broadcasts first, and puts it back. */
    void speak(WireFormat format);

    WireFormat format();

    /** The session is over, which others are about to hear. Called once; one of the next two follows. */
    void sessionEnds();

    /** Ends the connection once everything before has been sent. Only the first call of this or the next counts. */
    void close();

    /** The same, with something to be heard last, also by someone who is too slow for what comes before. */
    void closeWith(Event lastWords);

    /** Where the other end is, for operators' eyes only. */
    String address();
}
