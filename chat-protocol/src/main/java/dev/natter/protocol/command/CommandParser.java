package dev.natter.protocol.command;

import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.Quote;
import dev.natter.protocol.name.RoomName;
import org.jspecify.annotations.Nullable;

/** Turns a line into the request that it makes. Stateless; any thread. */
public final class CommandParser {

    /** The longest text (of MSG, TELL, QUIT, KILL, SHUTDOWN, a PING token), in code points. */
    public static final int MAX_TEXT = 2000;

    /** A first word longer than this was never meant as a verb and is not repeated as one. */
    private static final int MAX_VERB = 32;

    private CommandParser() {}

    /** Reads a line without its line end. Never fails: what cannot be a command is {@link Request.Malformed}. */
    public static Request parse(String line) {
        Words words = new Words(line);
        String word = words.next();
        if (word == null) {
            return new Request.Blank();
        }
        Verb verb = Verb.of(word).orElse(null);
        if (verb == null) {
            CommandException unknown = unknownCommand(word);
            return new Request.Malformed(asVerb(word), unknown.code(), message(unknown));
        }
        try {
            return parse(verb, words);
        } catch (CommandException e) {
            return new Request.Malformed(verb.name(), e.code(), message(e));
        }
    }

    /**
     * Reads what is to be sent as a line: a text that would end it before its end is malformed, too.
     *
     * @see CommandLine#fitsOnALine
     */
    public static Request parseToSend(String line) {
        return CommandLine.fitsOnALine(line)
                ? parse(line)
                : new Request.Malformed(
                        null, ErrorCode.BAD_ARGUMENT, "a CR at the end of a text, or one before a NUL, ends its line");
    }

    private static Command parse(Verb verb, Words words) {
        Arguments arguments = new Arguments(verb, words);
        return switch (verb) {
            case NICK -> new Command.TakeNick(nick(arguments.only()));
            case MSG -> new Command.Say(arguments.text());
            case TELL -> new Command.Tell(target(arguments.first()), arguments.text());
            case WHO -> new Command.Who(roomOrNull(arguments.onlyOrNull()));
            case WHOIS -> new Command.Whois(nick(arguments.only()));
            case JOIN -> new Command.Join(room(arguments.only()));
            case LEAVE -> new Command.Leave(roomOrNull(arguments.onlyOrNull()));
            case ROOMS -> {
                arguments.none();
                yield new Command.ListRooms();
            }
            case OPER -> new Command.BecomeOperator(arguments.rest());
            case KILL -> new Command.Kill(nick(arguments.first()), arguments.textOrNull());
            case FORMAT -> new Command.ChooseFormat(format(arguments.only()));
            case ECHO -> new Command.Echo(onOrOff(arguments.only()));
            case PING -> new Command.Ping(arguments.textOrEmpty());
            case HELP -> new Command.Help(verbOrNull(arguments.onlyOrNull()));
            case QUIT -> new Command.Quit(arguments.textOrNull());
            case STATS -> {
                arguments.none();
                yield new Command.ShowStats();
            }
            case SHUTDOWN -> new Command.Shutdown(arguments.textOrNull());
        };
    }

    private static Nick nick(String word) {
        try {
            return Nick.of(word);
        } catch (BadNameException e) {
            throw new CommandException(ErrorCode.BAD_NICK, message(e));
        }
    }

    private static RoomName room(String word) {
        try {
            return RoomName.of(word);
        } catch (BadNameException e) {
            throw new CommandException(ErrorCode.BAD_ROOM, message(e));
        }
    }

    private static @Nullable RoomName roomOrNull(@Nullable String word) {
        return word == null ? null : room(word);
    }

    private static Command.Target target(String word) {
        return RoomName.looksLikeOne(word)
                ? new Command.Target.Room(room(word))
                : new Command.Target.Person(nick(word));
    }

    private static WireFormat format(String word) {
        return switch (Ascii.upperCase(word)) {
            case "TEXT" -> WireFormat.TEXT;
            case "JSON" -> WireFormat.JSON;
            default -> throw badArgument("FORMAT takes TEXT or JSON, not " + Quote.of(word));
        };
    }

    private static boolean onOrOff(String word) {
        return switch (Ascii.upperCase(word)) {
            case "ON" -> true;
            case "OFF" -> false;
            default -> throw badArgument("ECHO takes ON or OFF, not " + Quote.of(word));
        };
    }

    private static @Nullable Verb verbOrNull(@Nullable String word) {
        return word == null ? null : Verb.of(word).orElseThrow(() -> unknownCommand(word));
    }

    private static CommandException unknownCommand(String word) {
        return new CommandException(
                ErrorCode.UNKNOWN_COMMAND, "unknown command " + Quote.of(word) + "; HELP lists the commands");
    }

    private static CommandException badArgument(String message) {
        return new CommandException(ErrorCode.BAD_ARGUMENT, message);
    }

    private static @Nullable String asVerb(String word) {
        return word.length() <= MAX_VERB && word.chars().allMatch(Ascii::isLetter) ? Ascii.upperCase(word) : null;
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
