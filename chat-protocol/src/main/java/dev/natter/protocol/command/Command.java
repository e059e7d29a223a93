package dev.natter.protocol.command;

import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for. A command that exists is well-formed; whatever cannot be one becomes a
 * {@link CommandException} in the {@link CommandParser} instead.
 */
public sealed interface Command extends Request {

    Verb verb();

    record TakeNick(Nick nick) implements Command {
        @Override
        public Verb verb() {
            return Verb.NICK;
        }
    }

    record Say(String text) implements Command {
        @Override
        public Verb verb() {
            return Verb.MSG;
        }
    }

    record Tell(Target target, String text) implements Command {
        @Override
        public Verb verb() {
            return Verb.TELL;
        }
    }

    /** {@code room} is null for the current one. */
    record Who(@Nullable RoomName room) implements Command {
        @Override
        public Verb verb() {
            return Verb.WHO;
        }
    }

    record Whois(Nick nick) implements Command {
        @Override
        public Verb verb() {
            return Verb.WHOIS;
        }
    }

    record Join(RoomName room) implements Command {
        @Override
        public Verb verb() {
            return Verb.JOIN;
        }
    }

    /** {@code room} is null for the current one. */
    record Leave(@Nullable RoomName room) implements Command {
        @Override
        public Verb verb() {
            return Verb.LEAVE;
        }
    }

    record ListRooms() implements Command {
        @Override
        public Verb verb() {
            return Verb.ROOMS;
        }
    }

    /** {@code password} is empty where none was given: what is wrong then depends on the server's settings. */
    record BecomeOperator(String password) implements Command {
        @Override
        public Verb verb() {
            return Verb.OPER;
        }

        /** Without the password: commands may find their way into a log. */
        @Override
        public String toString() {
            return "BecomeOperator[]";
        }
    }

    record Kill(Nick nick, @Nullable String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.KILL;
        }
    }

    record ChooseFormat(WireFormat format) implements Command {
        @Override
        public Verb verb() {
            return Verb.FORMAT;
        }
    }

    record Echo(boolean on) implements Command {
        @Override
        public Verb verb() {
            return Verb.ECHO;
        }
    }

    /** {@code token} is empty where none was given. */
    record Ping(String token) implements Command {
        @Override
        public Verb verb() {
            return Verb.PING;
        }
    }

    /** {@code about} is null for all commands. */
    record Help(@Nullable Verb about) implements Command {
        @Override
        public Verb verb() {
            return Verb.HELP;
        }
    }

    record Quit(@Nullable String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.QUIT;
        }
    }

    record ShowStats() implements Command {
        @Override
        public Verb verb() {
            return Verb.STATS;
        }
    }

    record Shutdown(@Nullable String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.SHUTDOWN;
        }
    }

    /** Whom a TELL is for. */
    sealed interface Target {

        record Person(Nick nick) implements Target {
            @Override
            public String toString() {
                return nick.toString();
            }
        }

        record Room(RoomName name) implements Target {
            @Override
            public String toString() {
                return name.toString();
            }
        }
    }
}
