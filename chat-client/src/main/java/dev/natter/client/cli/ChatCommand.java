package dev.natter.client.cli;

import dev.natter.client.reconnect.Destination;
import dev.natter.client.reconnect.Presence;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Talks: what is typed or piped in is said, what others say is printed. */
@Command(
        name = "chat",
        description = {
            "Talks with others.",
            "",
            "On a terminal, what you type is said to the room; /help lists the commands, and two slashes say what begins "
                    + "with one. With a pipe on standard input each line is said, and the end of input leaves, once all "
                    + "is answered.",
            "",
            "A connection that is lost comes back, with the nickname and the room.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  natter chat --nick alice",
            "  natter chat --nick alice --room '#dev' --room '#ops' chat.example.org:7777",
            "  natter chat --tls chat.example.org",
            "  fortune | natter chat --nick wisdom",
            "  natter chat work",
            "",
            "The last is a favourite, whose address, nickname and rooms stand in a file such as:",
            "  work.address = chat.example.org:7777",
            "  work.nick = alice",
            "  work.rooms = #dev #ops",
            "  work.tls = yes"
        },
        customSynopsis = "natter chat [HOST[:PORT]] [--nick N] [--room '#r']... [--tls] [--tls-ca FILE] [--insecure]"
                + " [--no-color] [--plain]")
final class ChatCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Persistence persistence;

    @Mixin
    private final ServerOptions server;

    @Parameters(
            arity = "0..1",
            paramLabel = "HOST[:PORT]",
            description = "Where the server listens, or a favourite. Default: $$NATTER_HOST, else localhost:7777.")
    private @Nullable String address;

    @Option(
            names = "--room",
            paramLabel = "'#r'",
            description = "The room to enter; may be given more than once, and the last becomes the current one."
                    + " Default: the lobby.")
    private List<RoomName> rooms = new ArrayList<>();

    @Option(names = "--no-color", description = "No colours; the same as NO_COLOR in the environment.")
    private boolean noColor;

    @Option(
            names = "--plain",
            description =
                    "Line by line, as a screen reader likes it: no line editor, no colours. So it is where TERM is"
                            + " dumb, too.")
    private boolean plain;

    ChatCommand(Surroundings surroundings, Persistence persistence) {
        this.surroundings = surroundings;
        this.persistence = persistence;
        this.server = new ServerOptions(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        Target target = server.target(address);
        Destination to = server.destination(target, ServerOptions.rooms(rooms, target));
        boolean coloured = surroundings.terminalOut() && !noColor && surroundings.variable("NO_COLOR") == null;
        if (!surroundings.terminalIn()) {
            Output out = new Output(surroundings.out());
            return new Visit(to, target.hint(), surroundings, persistence)
                    .speak(Speech.piped(surroundings.in(), Meaning.saying()), new Overheard(out, coloured), true, out);
        }
        TerminalChat chat = new TerminalChat(surroundings, to, target.hint(), this::find, this::favourites, coloured);
        return plain || isDumb() ? chat.plainly() : chat.onATerminal();
    }

    /** Where somebody goes who is chatting already: nick and rooms of the command line are not meant for there. */
    private Destination find(String word) {
        try {
            Target target = Target.given(word, surroundings);
            Nick nick = target.favourite() == null ? null : target.favourite().nick();
            return server.destination(target, new Presence(nick, ServerOptions.rooms(List.of(), target)));
        } catch (ConfigException | ParameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A file that is wrong is complained about when something in it is asked for. */
    private List<String> favourites() {
        try {
            return Favourites.of(surroundings).all().stream()
                    .map(Favourite::name)
                    .toList();
        } catch (ConfigException e) {
            return List.of();
        }
    }

    /** Nothing can be drawn where one cannot go back in a line. */
    private boolean isDumb() {
        String terminal = surroundings.variable("TERM");
        return !surroundings.terminalOut() || terminal == null || terminal.equals("dumb");
    }
}
