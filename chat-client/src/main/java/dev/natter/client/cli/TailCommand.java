package dev.natter.client.cli;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.format.Format;
import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Listens, for scripts and logs. */
@Command(
        name = "tail",
        exitCodeList = {
            "1:the connection was ended for good, or nobody takes the output",
            "2:wrong usage",
            "69:cannot connect",
            "78:wrong configuration file"
        },
        description = {
            "Prints what is said, to the room and to you, until it is interrupted (Ctrl-C; exit code 130).",
            "",
            "A connection that is lost comes back; standard error tells for how long it was away, since what was said meanwhile"
                    + " is missing.",
            ""
        },
        customSynopsis =
                "natter tail [HOST[:PORT]] [--nick N] [--room '#r']... [--json] [--tls] [--tls-ca FILE] [--insecure]",
        footer = {
            "",
            "Examples:",
            "  natter tail --nick log >>lobby.log",
            "  natter tail --room '#ops' chat.example.org",
            "  natter tail --json | jq -r 'select(.type == \"message\") | .text'"
        })
final class TailCommand implements Callable<Integer> {

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
            description =
                    "The room to hear, instead of the lobby. May be given more than once: what is said then has its"
                            + " room with it.")
    private List<RoomName> rooms = new ArrayList<>();

    @Option(names = "--json", description = "In JSON, one object a line, as the protocol has it.")
    private boolean json;

    TailCommand(Surroundings surroundings, Persistence persistence) {
        this.surroundings = surroundings;
        this.persistence = persistence;
        this.server = new ServerOptions(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        Target target = server.target(address);
        List<RoomName> heard = ServerOptions.rooms(rooms, target);
        Visit visit = new Visit(server.destination(target, heard), target.hint(), surroundings, persistence);
        Perspective perspective = heard.size() > 1 ? Perspective.ELSEWHERE : Perspective.HERE;
        Format format = Format.of(json ? WireFormat.JSON : WireFormat.TEXT, perspective);
        Output out = new Output(surroundings.out());
        return visit.listen(new Sayings(out, format, heard), out);
    }
}
