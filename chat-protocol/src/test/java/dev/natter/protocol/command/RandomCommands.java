package dev.natter.protocol.command;

import dev.natter.protocol.cases.RandomText;
import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Commands as a parser could have made them. A new verb does not compile until it is among them. */
final class RandomCommands {

    private static final Verb[] VERBS = Verb.values();

    private final Random random;
    private final RandomText texts;

    RandomCommands(long seed) {
        random = new Random(seed);
        texts = new RandomText(seed);
    }

    Command next(Verb verb) {
        return switch (verb) {
            case NICK -> new Command.TakeNick(nick());
            case MSG -> new Command.Say(text());
            case TELL -> new Command.Tell(target(), text());
            case WHO -> new Command.Who(random.nextBoolean() ? null : room());
            case WHOIS -> new Command.Whois(nick());
            case JOIN -> new Command.Join(room());
            case LEAVE -> new Command.Leave(random.nextBoolean() ? null : room());
            case ROOMS -> new Command.ListRooms();
            case OPER -> new Command.BecomeOperator(random.nextBoolean() ? "" : text());
            case KILL -> new Command.Kill(nick(), textOrNull());
            case FORMAT -> new Command.ChooseFormat(random.nextBoolean() ? WireFormat.TEXT : WireFormat.JSON);
            case ECHO -> new Command.Echo(random.nextBoolean());
            case PING -> new Command.Ping(random.nextBoolean() ? "" : text());
            case HELP -> new Command.Help(random.nextBoolean() ? null : VERBS[random.nextInt(VERBS.length)]);
            case QUIT -> new Command.Quit(textOrNull());
            case STATS -> new Command.ShowStats();
            case SHUTDOWN -> new Command.Shutdown(textOrNull());
        };
    }

    private Command.Target target() {
        return random.nextBoolean() ? new Command.Target.Person(nick()) : new Command.Target.Room(room());
    }

    private Nick nick() {
        while (true) {
            try {
                return Nick.of(texts.ofCharacters(4));
            } catch (BadNameException e) {
                // the next one may be better
            }
        }
    }

    private RoomName room() {
        while (true) {
            try {
                return RoomName.of("#" + texts.ofCharacters(4));
            } catch (BadNameException e) {
                // the next one may be better
            }
        }
    }

    private @Nullable String textOrNull() {
        return random.nextBoolean() ? null : text();
    }

    /** Without what a line cannot carry: blanks at its front, line ends in it. */
    private String text() {
        while (true) {
            String text = texts.ofCharacters(30).replaceFirst("^[ \t]+", "");
            if (!text.isEmpty() && CommandLine.fitsOnALine(text)) {
                return text;
            }
        }
    }
}
