package dev.natter.server.core;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply.RoomCount;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where people talk: its members, in the order of joining. {@link Chat} lets them in and out. */
public final class Room {

    private final RoomName name;
    private final Broadcast broadcast;
    private final Set<Session> members = new LinkedHashSet<>();

    Room(RoomName name, Broadcast broadcast) {
        this.name = name;
        this.broadcast = broadcast;
    }

    public RoomName name() {
        return name;
    }

    public int online() {
        return members.size();
    }

    public RoomCount count() {
        return new RoomCount(name, online());
    }

    public List<Nick> nicks() {
        return members.stream().map(Session::nick).toList();
    }

    Collection<Session> members() {
        return members;
    }

    Broadcast broadcast() {
        return broadcast;
    }

    void admit(Session session) {
        members.add(session);
        session.enter(this);
    }

    void release(Session session) {
        members.remove(session);
        session.leave(this);
    }

    void send(Event event, @Nullable Outlet except) {
        broadcast.send(event, except);
    }
}
