package dev.natter.client.cli;

import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says something and leaves: for scripts. */
@Command(
        name = "send",
        exitCodeList = {
            "0:all was accepted",
            "1:something was refused, or it is unknown whether it was said",
            "2:wrong usage",
            "69:cannot connect",
            "78:wrong configuration file"
        },
        description = {
            "Says a text, or each line of standard input, and waits until the server has answered for each.",
            "",
            "The first word is the server, unless there are blanks in it or it stands behind --.",
            "",
            "A connection that is lost comes back. Nothing is said twice: lines of which it is unknown whether they were said are"
                    + " named on standard error. Once the input is at its end, it gives up a minute after the loss.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  natter send 'build 812 passed'",
            "  natter send -- build 812 passed",
            "  natter send --nick bot --to alice chat.example.org passed",
            "  tail -f log | natter send --nick log --room '#ops'"
        },
        customSynopsis = "natter send [HOST[:PORT]] [--nick N] [--room '#r' | --to NICK] [--tls] [--tls-ca FILE]"
                + " [--insecure] [--] [TEXT...]")
final class SendCommand implements Callable<Integer> {

    private static final String END_OF_OPTIONS = "--";

    private final Surroundings surroundings;
    private final Persistence persistence;

    @Mixin
    private final ServerOptions server;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "[HOST[:PORT]] [TEXT...]",
            hideParamSyntax = true,
            description =
                    "Where the server listens, or a favourite (default: $$NATTER_HOST, else localhost:7777), and what to say "
                            + "(default: standard input, a line a message).")
    private List<String> words = new ArrayList<>();

    @Option(names = "--room", paramLabel = "'#r'", description = "The room to say it in. Default: the lobby.")
    private @Nullable RoomName room;

    @Option(names = "--to", paramLabel = "NICK", description = "The person to say it to, instead of a room.")
    private @Nullable Nick to;

    SendCommand(Surroundings surroundings, Persistence persistence) {
        this.surroundings = surroundings;
        this.persistence = persistence;
        this.server = new ServerOptions(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (room != null && to != null) {
            throw server.wrongUsage("--room and --to cannot go together");
        }
        boolean hasAddress = words.size() > wordsBehindEndOfOptions() && couldBeAnAddress(words.get(0));
        String hint = hasAddress ? " (to say \"" + words.get(0) + "\", put -- before it)" : "";
        Target target = server.target(hasAddress ? words.get(0) : null, hint);
        List<String> text = hasAddress ? words.subList(1, words.size()) : words;
        Meaning meaning = to == null ? Meaning.saying() : Meaning.telling(to);
        Visit visit = new Visit(
                server.destination(target, rooms(target)),
                target.hint() + (text.isEmpty() && inputIsEmpty() ? hint : ""),
                surroundings,
                persistence);
        return visit.speak(speech(text, meaning), (client, event) -> {}, false, new Output(surroundings.out()));
    }

    /** A text is said in one room: of a favourite's that is the last, which is current for whoever enters them all. */
    private List<RoomName> rooms(Target target) {
        if (to != null) {
            return List.of();
        }
        List<RoomName> rooms = ServerOptions.rooms(room == null ? List.of() : List.of(room), target);
        return rooms.subList(Math.max(0, rooms.size() - 1), rooms.size());
    }

    /** As far as can be told without waiting for it. */
    private boolean inputIsEmpty() {
        try {
            return surroundings.in().available() == 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** In no address there is a blank: whoever quoted a text has no need of a {@code --} too. */
    private static boolean couldBeAnAddress(String word) {
        return word.chars().noneMatch(Character::isWhitespace);
    }

    private Speech speech(List<String> text, Meaning meaning) {
        if (text.isEmpty()) {
            return Speech.piped(surroundings.in(), meaning);
        }
        String joined = String.join(" ", text);
        if (joined.isBlank()) {
            throw server.wrongUsage("there is nothing to say in a blank text");
        }
        return Speech.given(joined, meaning);
    }

    /** picocli takes the {@code --} out, with which one says that a first word is not the server. */
    private int wordsBehindEndOfOptions() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not filled this in");
        }
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        int end = arguments.indexOf(END_OF_OPTIONS);
        return end < 0 ? 0 : arguments.size() - end - 1;
    }
}
