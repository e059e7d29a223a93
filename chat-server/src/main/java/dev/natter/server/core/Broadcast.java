package dev.natter.server.core;

import dev.natter.protocol.message.Event;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A room's way out, to everyone in it at once. Joining and leaving take their place in the order of what is sent. */
public interface Broadcast {

    /**
     * Lets someone hear the room from here on.
     *
     * @param current whether the room is the one in which the member speaks
     */
    void add(Outlet member, boolean current);

    /**
     * Lets someone hear the room no longer.
     *
     * @param current as it was when the member was added
     */
    void remove(Outlet member, boolean current);

    /** Tells some listeners, members or not, of something that they all are to hear as if it were about their current room. */
    void tell(Event event, Collection<Outlet> listeners);

    /** Whether much of what was sent has yet to be handed to the members' sockets. {@link Crowd#letGoOn} is called when it ends. */
    boolean isBehind();

    /** Sends to all who are members now, but not to {@code except}. */
    void send(Event event, @Nullable Outlet except);
}
