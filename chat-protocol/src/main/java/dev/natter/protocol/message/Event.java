package dev.natter.protocol.message;

import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that people hear of, with names and time but never with finished text: how it reads is a
 * format's business.
 */
public sealed interface Event extends ServerLine {

    Instant time();

    <R> R accept(EventVisitor<R> visitor);

    /**
     * To a newcomer, before anything else.
     *
     * @param online how many are in the room, the newcomer included
     * @param motd the operator's message of the day, line by line
     */
    record Welcome(Instant time, Nick nick, RoomName room, int online, List<String> motd) implements Event {
        public Welcome {
            motd = List.copyOf(motd);
        }

        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Somebody said something to a room. */
    record Message(Instant time, RoomName room, Nick from, String text) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Somebody said something to one person. */
    record PrivateMessage(Instant time, Nick from, Nick to, String text) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Somebody came into a room. {@code online} counts them. */
    record Joined(Instant time, RoomName room, Nick nick, int online) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Somebody left a room. {@code online} no longer counts them. */
    record Left(Instant time, RoomName room, Nick nick, int online, Departure departure) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Somebody took another name. */
    record Renamed(Instant time, Nick was, Nick nick) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** To the one whom an operator disconnects. */
    record Killed(
            Instant time, Nick nick, Nick by, @Nullable String reason) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The server ends the connection; this is the last that it says. */
    record Closing(Instant time, String reason) implements Event {

        private static final String TOO_SLOW = "too slow";

        /** To someone who left too much unread. Unlike before any other end, answers may be missing before this one. */
        public static Closing tooSlow(Instant time) {
            return new Closing(time, TOO_SLOW);
        }

        /** Whether answers may be missing before it. An operator who closes the server may give the same reason. */
        public boolean isTooSlow() {
            return reason.equals(TOO_SLOW);
        }

        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
