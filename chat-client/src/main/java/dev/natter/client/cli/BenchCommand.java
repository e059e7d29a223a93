package dev.natter.client.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The word {@code bench}: what is measured stands behind it. */
@Command(
        name = "bench",
        exitCodeList = {
            "0:done",
            BenchCommand.FAILURE,
            "2:wrong usage",
            "69:cannot connect",
            "78:wrong configuration file"
        },
        synopsisSubcommandLabel = "WHAT",
        description = {
            "Loads a server with many connections, and reports what it makes of that.",
            "",
            "Every delivery is checked: whether each member of a room has got each message of the others, once and in order. "
                    + "Do not load a server on which people talk.",
            "",
            "By default a server allows each connection 20 lines a second, and 256 connections from one address: start it with"
                    + " --rate 0, and for more connections --max-per-ip 0.",
            ""
        },
        commandListHeading = "%nWhat is measured:%n",
        footer = {
            "",
            "Examples:",
            "  natter bench throughput",
            "  natter bench latency --connections 100 --rate 1000 --seconds 10",
            "  natter bench idle --connections 10000 --json chat.example.org:7777",
            "",
            "natter bench WHAT --help lists the options."
        })
final class BenchCommand {

    /** What exit code 1 means for each bench. */
    static final String FAILURE =
            "1:something was lost, doubled or out of order, a connection failed, or it took too long";

    private BenchCommand() {}

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new ThroughputCommand(surroundings))
                .addSubcommand(new LatencyCommand(surroundings))
                .addSubcommand(new IdleCommand(surroundings));
    }
}
