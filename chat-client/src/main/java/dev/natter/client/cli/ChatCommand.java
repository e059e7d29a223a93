package dev.natter.client.cli;

import dev.natter.client.chat.Destinations.Destination;
import dev.natter.client.reconnect.Endpoint;
import dev.natter.client.reconnect.Presence;
import dev.natter.protocol.name.RoomName;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
            ""
        },
        customSynopsis = "natter chat [HOST[:PORT]] [--nick N] [--room '#r'] [--tls] [--tls-ca FILE] [--insecure]"
                + " [--no-color] [--plain]")
final class ChatCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServerOptions server;

    @Parameters(
            arity = "0..1",
            paramLabel = "HOST[:PORT]",
            description = "Where the server listens. Default: $$NATTER_HOST, else localhost:7777.")
    private @Nullable String address;

    @Option(names = "--room", paramLabel = "'#r'", description = "The room to enter first. Default: the lobby.")
    private @Nullable RoomName room;

    @Option(names = "--no-color", description = "No colours; the same as NO_COLOR in the environment.")
    private boolean noColor;

    ChatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.server = new ServerOptions(surroundings);
    }

    @Option(
            names = "--plain",
            description =
                    "Line by line, as a screen reader likes it: no line editor, no colours. So it is where TERM is"
                            + " dumb, too.")
    private boolean plain;

    @Override
    public Integer call() throws InterruptedException {
        ServerAddress to = server.address(address);
        boolean coloured = surroundings.terminalOut() && !noColor && surroundings.variable("NO_COLOR") == null;
        if (!surroundings.terminalIn()) {
            return new Visit(to, server.tls(), server.nick(), room, "", surroundings)
                    .make(
                            Screen.ofOthers(surroundings.out(), coloured),
                            Speech.piped(surroundings.in(), Meaning.saying()));
        }
        TerminalChat chat = new TerminalChat(
                surroundings, destination(to), word -> destination(ServerAddress.parse(word)), List.of(), coloured);
        return plain || isDumb() ? chat.plainly() : chat.onATerminal();
    }

    private Destination destination(ServerAddress to) {
        List<RoomName> rooms = room == null ? List.of() : List.of(room);
        return new Destination(
                to.toString(), new Endpoint(to.host(), to.port(), server.tls()), new Presence(server.nick(), rooms));
    }

    /** Nothing can be drawn where one cannot go back in a line. */
    private boolean isDumb() {
        String terminal = surroundings.variable("TERM");
        return !surroundings.terminalOut() || terminal == null || terminal.equals("dumb");
    }
}
