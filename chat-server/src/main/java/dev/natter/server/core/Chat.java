package dev.natter.server.core;

import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply.RoomCount;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.Quote;
import dev.natter.protocol.name.RoomName;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody who is here, and all rooms. Each method carries out one thing that happens, and tells those who are to hear
 * of it before it returns. Owner thread only.
 */
public final class Chat {

    private static final Logger LOG = LoggerFactory.getLogger(Chat.class);

    private final Clock clock;
    private final ChatLimits limits;
    private final List<String> motd;
    private final Supplier<Broadcast> broadcasts;

    private final Crowd crowd;
    private final NickRegistry nicks = new NickRegistry();
    private final Map<RoomName, Room> rooms = new LinkedHashMap<>();
    private final Room lobby;
    private @Nullable Session console;

    /** What newcomers are told, once the server goes. */
    private Event.@Nullable Closing closing;

    private long messages;

    /**
     * @param motd lines that newcomers are greeted with
     * @param broadcasts makes a way out for each new room
     */
    public Chat(Clock clock, ChatLimits limits, List<String> motd, Supplier<Broadcast> broadcasts) {
        this.clock = clock;
        this.crowd = new Crowd(clock);
        this.limits = limits;
        this.motd = List.copyOf(motd);
        this.broadcasts = broadcasts;
        this.lobby = create(RoomName.LOBBY);
    }

    /** A newcomer: a guest in the lobby. The welcome is on its way when this returns. */
    public Session connect(Outlet outlet, boolean operator) {
        if (closing != null) {
            Session tooLate = new Session(outlet, Nick.guest(0), lobby, operator, now());
            close(tooLate, closing);
            return tooLate;
        }
        Session session = nicks.admit(nick -> new Session(outlet, nick, lobby, operator, now()));
        enter(session, lobby);
        welcome(session);
        crowd.spoke(session, lobby); // who comes and goes is heard too
        return session;
    }

    /** The server's own terminal: an operator who hears the lobby, but is neither counted nor listed. */
    public Session connectConsole(Outlet outlet) {
        lobby.broadcast().add(outlet, true);
        console = Session.ofConsole(outlet, lobby, now());
        return console;
    }

    public void welcome(Session session) {
        Room room = session.current();
        session.outlet().hear(new Event.Welcome(now(), session.nick(), room.name(), room.online(), motd));
        session.welcomed();
    }

    /**
     * Gives a session another nick and tells everyone who shares a room with it, once.
     *
     * @throws CommandException if the nick is reserved or in use
     */
    public void rename(Session session, Nick nick) {
        Nick was = session.nick();
        nicks.rename(session, nick);
        session.nick(nick);
        if (!was.toString().equals(nick.toString())) {
            tellNeighbours(session, new Event.Renamed(now(), was, nick));
            session.rooms().forEach(room -> crowd.spoke(session, room));
        }
    }

    public void say(Session session, Room room, String text) {
        messages++;
        Event.Message message = new Event.Message(session.lastLine(), room.name(), session.nick(), text);
        room.send(message, session.outlet());
        crowd.spoke(session, room);
        if (session.hasEcho()) {
            session.outlet().hearOwn(message, room == session.current());
        }
    }

    /** Says something to one person; to oneself it arrives once, echo or not. */
    public void tell(Session session, Session target, String text) {
        messages++;
        Event.PrivateMessage message =
                new Event.PrivateMessage(session.lastLine(), session.nick(), target.nick(), text);
        if (target != session) {
            target.outlet().hear(message);
            crowd.spoke(session, target);
        }
        if (target == session || session.hasEcho()) {
            session.outlet().hearOwn(message);
        }
    }

    /**
     * Enters a room, which is made if need be; it becomes the current one.
     *
     * @throws CommandException if the session is in as many rooms as it may
     */
    public Room join(Session session, RoomName name) {
        Room existing = rooms.get(name);
        if (existing != null && session.isIn(existing)) {
            session.enter(existing);
            return existing;
        }
        int most = limits.maxRooms();
        if (most > 0 && session.rooms().size() >= most) {
            throw new CommandException(
                    ErrorCode.TOO_MANY_ROOMS, "you are in " + most + " rooms, which is the most; LEAVE one first");
        }
        Room room = existing == null ? create(name) : existing;
        enter(session, room);
        crowd.spoke(session, room);
        return room;
    }

    /** Leaves a room; whoever leaves the last one is in the lobby again. */
    public void leave(Session session, Room room) {
        boolean lobbyAlone = room == lobby && session.rooms().size() == 1;
        if (lobbyAlone) {
            return;
        }
        exit(session, room, Departure.LEFT);
        crowd.spoke(session, room);
        if (session.rooms().isEmpty()) {
            enter(session, lobby);
        }
    }

    /** Lets a session go that asked for it itself: its outlet closes behind the reply. */
    public void quit(Session session, @Nullable String reason) {
        if (depart(session, Departure.quit(reason))) {
            session.afterReply(session.outlet()::close);
        }
    }

    /** Ends a session whose connection has ended, or cannot go on. */
    public void end(Session session, Departure departure) {
        if (depart(session, departure)) {
            session.outlet().close();
        }
    }

    /** Disconnects somebody who does not read what others say. */
    public void endTooSlow(Session session) {
        if (depart(session, Departure.SLOW)) {
            session.outlet().closeWith(Event.Closing.tooSlow(now()));
        }
    }

    /** Disconnects somebody, saying why. */
    public void kill(Session victim, Nick by, @Nullable String reason) {
        if (depart(victim, Departure.killed(by, reason))) {
            victim.outlet().closeWith(new Event.Killed(now(), victim.nick(), by, reason));
        }
    }

    /** Tells everyone that the server goes, and disconnects them; nobody is told that the others leave. */
    public void close(String reason) {
        Event.Closing last = new Event.Closing(now(), reason);
        closing = last;
        nicks.sessions().forEach(session -> close(session, last));
        if (console != null) {
            close(console, last);
        }
    }

    /**
     * The one way in which a session leaves, whoever causes it: out of its rooms, whose members are told, and its nick is
     * free.
     *
     * @return whether it was still there; what comes later than the first cause has no effect
     */
    private boolean depart(Session session, Departure departure) {
        if (session.isGone()) {
            return false;
        }
        session.end();
        LOG.debug("{} ends as {}: {}", session.outlet(), session.nick(), departure.cause());
        for (Room room : List.copyOf(session.rooms())) {
            exit(session, room, departure);
        }
        nicks.release(session);
        crowd.forget(session); // whoever waited for it may find it gone altogether
        return true;
    }

    /**
     * Somebody, by nick.
     *
     * @throws CommandException if nobody is called so
     */
    public Session person(Nick nick) {
        return nicks.find(nick)
                .orElseThrow(
                        () -> new CommandException(ErrorCode.NO_SUCH_NICK, "there is nobody called " + Quote.of(nick)));
    }

    /**
     * A room, by name.
     *
     * @throws CommandException if there is none
     */
    public Room room(RoomName name) {
        Room room = rooms.get(name);
        if (room == null) {
            throw new CommandException(ErrorCode.NO_SUCH_ROOM, "there is no room " + Quote.of(name));
        }
        return room;
    }

    /**
     * A room that the session is in, by name.
     *
     * @throws CommandException if there is none, or the session is not in it
     */
    public Room ownRoom(Session session, RoomName name) {
        Room room = room(name);
        if (!session.isIn(room)) {
            throw new CommandException(ErrorCode.NOT_IN_ROOM, "you are not in " + Quote.of(name));
        }
        return room;
    }

    /** All rooms, the lobby first, then in the order in which they were made. */
    public List<RoomCount> roomCounts() {
        return rooms.values().stream().map(Room::count).toList();
    }

    public int online() {
        return nicks.sessions().size();
    }

    /** How many messages were accepted since the start. */
    public long messages() {
        return messages;
    }

    /** Who is behind, and who waits for them. */
    public Crowd crowd() {
        return crowd;
    }

    public Instant now() {
        return clock.instant();
    }

    private static void close(Session session, Event.Closing closing) {
        session.end();
        session.outlet().closeWith(closing);
    }

    private Room create(RoomName name) {
        Room room = new Room(name, broadcasts.get());
        rooms.put(name, room);
        return room;
    }

    private void enter(Session session, Room room) {
        room.admit(session);
        if (announces(room)) {
            room.send(new Event.Joined(now(), room.name(), session.nick(), room.online()), session.outlet());
        }
    }

    private void exit(Session session, Room room, Departure departure) {
        boolean announced = announces(room);
        room.release(session);
        if (announced) {
            room.send(new Event.Left(now(), room.name(), session.nick(), room.online(), departure), null);
        }
        if (room.online() == 0 && room != lobby) {
            rooms.remove(room.name());
        }
    }

    /** Whether comings and goings are announced, those of a member included. */
    private boolean announces(Room room) {
        return room.online() <= limits.presenceLimit();
    }

    /** Tells everyone who shares a room with the session, once: the largest room, and whoever is not in that one. */
    private void tellNeighbours(Session session, Event event) {
        Room largest = Collections.max(session.rooms(), Comparator.comparingInt(Room::online));
        largest.send(event, session.outlet());
        if (session.rooms().size() == 1) {
            return;
        }
        Set<Session> others = new LinkedHashSet<>();
        session.rooms().forEach(room -> others.addAll(room.members()));
        largest.members().forEach(others::remove);
        if (console != null && largest != lobby && session.isIn(lobby)) {
            others.add(console);
        }
        largest.broadcast().tell(event, others.stream().map(Session::outlet).toList());
    }
}
