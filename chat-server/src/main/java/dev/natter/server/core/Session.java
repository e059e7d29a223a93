package dev.natter.server.core;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the server knows of one connection: its nick, its rooms, its rights. {@link Chat} opens and ends it. */
public final class Session {

    private final Outlet outlet;
    private final Instant connected;
    private final boolean console;

    /** In the order in which they were last joined; nearly always one. */
    private final List<Room> rooms = new ArrayList<>(1);

    private Nick nick;
    private Room current;
    private Instant lastLine;
    private boolean operator;
    private boolean echo;
    private boolean gone;
    private boolean welcomedInJson;
    private int wrongPasswords;
    private boolean waiting;
    private Runnable onGoOn = Session::doNothing;
    private Runnable afterReply = Session::doNothing;

    Session(Outlet outlet, Nick nick, Room current, boolean operator, Instant now) {
        this(outlet, nick, current, operator, false, now);
    }

    /** The server's own terminal: in no room, it hears the lobby and speaks there. */
    static Session ofConsole(Outlet outlet, Room lobby, Instant now) {
        return new Session(outlet, Nick.SERVER, lobby, true, true, now);
    }

    private Session(Outlet outlet, Nick nick, Room current, boolean operator, boolean console, Instant now) {
        this.console = console;
        this.outlet = outlet;
        this.nick = nick;
        this.current = current;
        this.operator = operator;
        this.connected = now;
        this.lastLine = now;
    }

    public Outlet outlet() {
        return outlet;
    }

    public Nick nick() {
        return nick;
    }

    void nick(Nick nick) {
        this.nick = nick;
    }

    public boolean isConsole() {
        return console;
    }

    /** The room in which the session speaks. */
    public Room current() {
        return current;
    }

    /** The rooms that the session is in, in the order in which they were last joined. */
    List<Room> rooms() {
        return rooms;
    }

    public List<RoomName> roomNames() {
        return rooms.stream().map(Room::name).toList();
    }

    /** Whether the session may speak in a room. */
    boolean isIn(Room room) {
        return rooms.contains(room) || (console && room == current);
    }

    /** Makes a room the current and the last joined one. */
    void enter(Room room) {
        if (room == current && isIn(room)) {
            rooms.remove(room);
        } else {
            if (rooms.remove(room)) {
                room.broadcast().remove(outlet, false);
            }
            if (isIn(current)) {
                current.broadcast().remove(outlet, true);
                current.broadcast().add(outlet, false);
            }
            room.broadcast().add(outlet, true);
        }
        rooms.add(room);
        current = room;
    }

    /** Takes the session out of a room; if it was the current one, the last joined of the others becomes it. */
    void leave(Room room) {
        rooms.remove(room);
        room.broadcast().remove(outlet, room == current);
        if (room == current && !rooms.isEmpty()) {
            current = rooms.get(rooms.size() - 1);
            current.broadcast().remove(outlet, false);
            current.broadcast().add(outlet, true);
        }
    }

    /** Changes the format; what was said before is still heard in the old one. */
    public void speak(WireFormat format) {
        rooms.forEach(room -> room.broadcast().remove(outlet, room == current));
        outlet.speak(format);
        rooms.forEach(room -> room.broadcast().add(outlet, room == current));
    }

    public boolean isOperator() {
        return operator;
    }

    public void becomeOperator() {
        operator = true;
        wrongPasswords = 0;
    }

    /** How many wrong operator passwords there were by now since the last right one. */
    public int countWrongPassword() {
        return ++wrongPasswords;
    }

    public boolean isWelcomedInJson() {
        return welcomedInJson;
    }

    void welcomed() {
        welcomedInJson |= outlet.format() == WireFormat.JSON;
    }

    /** Whether the session gets its own messages too. */
    public boolean hasEcho() {
        return echo;
    }

    public void echo(boolean on) {
        echo = on;
    }

    public Instant connected() {
        return connected;
    }

    /** Time since the last line, carried out or refused. */
    public Duration idle(Instant now) {
        Duration idle = Duration.between(lastLine, now);
        return idle.isNegative() ? Duration.ZERO : idle;
    }

    /** When the last line came: the time of what it says, too. */
    Instant lastLine() {
        return lastLine;
    }

    /** A line came. */
    public void touch(Instant now) {
        lastLine = now;
    }

    /** Whether the session has ended: nothing more is carried out for it. */
    public boolean isGone() {
        return gone;
    }

    void end() {
        gone = true;
        outlet.sessionEnds();
        goOn();
    }

    /** Whether no command is carried out for the moment, since somebody who heard the last one is behind. */
    public boolean isWaiting() {
        return waiting;
    }

    void waitBeforeTheNext() {
        waiting = true;
    }

    void goOn() {
        waiting = false;
        onGoOn.run();
    }

    /** What happens when the session no longer has to wait. */
    public void onGoOn(Runnable action) {
        onGoOn = action;
    }

    /** Lets something wait until the reply to the command under way has been given. */
    public void afterReply(Runnable action) {
        afterReply = action;
    }

    /** The reply has been given. */
    public void replied() {
        Runnable action = afterReply;
        afterReply = Session::doNothing;
        action.run();
    }

    private static void doNothing() {}
}
