package dev.natter.client.cli;

import dev.natter.client.bench.Bench;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many connections a server takes, and how fast. */
@Command(
        name = "idle",
        exitCodeList = {
            "0:done",
            BenchCommand.FAILURE,
            "2:wrong usage",
            "69:cannot connect",
            "78:wrong configuration file"
        },
        sortOptions = false,
        description = {
            "Opens connections as fast as possible, 64 at once at most, each until it has been welcomed; then holds them, in "
                    + "the lobby.",
            ""
        },
        footer = {"", "Examples:", "  natter bench idle --connections 10000 chat.example.org:7777"},
        customSynopsis = "natter bench idle [HOST[:PORT]] [OPTIONS]")
final class IdleCommand implements Callable<Integer> {

    @Mixin
    private final BenchRun bench;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Ranges.Count.class,
            description = "How many to open. Default: 1000.")
    private int connections;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "3",
            converter = Ranges.Seconds.class,
            description = "How long to hold them. Default: 3.")
    private Duration seconds = Duration.ZERO;

    IdleCommand(Surroundings surroundings) {
        this.bench = new BenchRun(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return bench.run(() -> Bench.idle(connections, seconds), seconds);
    }
}
