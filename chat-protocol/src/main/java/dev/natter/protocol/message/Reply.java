package dev.natter.protocol.message;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one answer to a command: {@code ok} with what that command tells, or an error. */
public sealed interface Reply extends ServerLine {

    <R> R accept(ReplyVisitor<R> visitor);

    /**
     * The line was not carried out.
     *
     * @param command the verb in capitals, or null where none could be read
     */
    record Refused(@Nullable String command, ErrorCode code, String message) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Carried out, and there is nothing to tell: MSG, TELL, OPER, QUIT, SHUTDOWN. */
    record Done(Verb verb) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record Named(Nick nick) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** To JOIN: the room that is current now. */
    record Entered(RoomCount room) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** To LEAVE: the room that is current now. */
    record Back(RoomCount room) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** To WHO, in order of joining. */
    record Members(RoomName room, List<Nick> nicks) implements Reply {
        public Members {
            nicks = List.copyOf(nicks);
        }

        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * To WHOIS.
     *
     * @param idle time since the last line, cut to seconds
     * @param address where they connect from; null unless an operator asked
     */
    record Person(
            Nick nick,
            List<RoomName> rooms,
            Instant connected,
            Duration idle,
            boolean operator,
            @Nullable String address)
            implements Reply {
        public Person {
            rooms = List.copyOf(rooms);
        }

        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record Rooms(List<RoomCount> rooms) implements Reply {
        public Rooms {
            rooms = List.copyOf(rooms);
        }

        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** To KILL: who is gone. */
    record Removed(Nick nick) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record Speaking(WireFormat format) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record Echoing(boolean echo) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** To PING. {@code token} is empty where none was given. */
    record Pong(String token) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** To HELP: the one command asked for, or all. */
    record Help(List<HelpRow> commands) implements Reply {
        public Help {
            commands = List.copyOf(commands);
        }

        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * To STATS.
     *
     * @param messages accepted since the start, to rooms and to persons
     * @param bytes sent to connections since the start
     */
    record Stats(Duration uptime, int connections, int rooms, long messages, long bytes) implements Reply {
        @Override
        public <R> R accept(ReplyVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A room and how many are in it. */
    record RoomCount(RoomName room, int online) {}

    /** A row of the help: how a command is written, and what it does. */
    record HelpRow(String verb, String syntax, String help) {
        public static HelpRow of(Verb verb) {
            return new HelpRow(verb.name(), verb.syntax(), verb.help());
        }
    }
}
