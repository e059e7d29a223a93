package dev.natter.client.cli;

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
            "",
            "A connection that is lost comes back, with the nickname and the room.",
            ""
        },
        footer = {
            "",
            "As in:",
            "  natter chat --nick alice --room '#dev'",
            "  natter chat --tls chat.example.org",
            "  fortune | natter chat --nick wisdom"
        },
        customSynopsis = "natter chat [HOST[:PORT]] [--nick N] [--room '#r'] [--tls] [--tls-ca FILE] [--insecure]"
                + " [--no-color]")
final class ChatCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Persistence persistence;

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

    ChatCommand(Surroundings surroundings, Persistence persistence) {
        this.surroundings = surroundings;
        this.persistence = persistence;
        this.server = new ServerOptions(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        Presence presence = new Presence(server.nick(), room == null ? List.of() : List.of(room));
        Visit visit = new Visit(server.address(address), server.tls(), presence, "", surroundings, persistence);
        boolean coloured = surroundings.terminalOut() && !noColor && surroundings.variable("NO_COLOR") == null;
        Output out = new Output(surroundings.out());
        return surroundings.terminalIn()
                ? visit.speak(Speech.typed(surroundings.in()), Screen.forTyping(out, coloured), true, out)
                : visit.speak(
                        Speech.piped(surroundings.in(), Meaning.saying()), Screen.ofOthers(out, coloured), true, out);
    }
}
