package dev.natter.client.cli;

import dev.natter.client.bench.Bench;
import dev.natter.client.bench.Crowd;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many messages a server carries out. */
@Command(
        name = "throughput",
        exitCodeList = {
            "0:done",
            BenchCommand.FAILURE,
            "2:wrong usage",
            "69:cannot connect",
            "78:wrong configuration file"
        },
        sortOptions = false,
        description = {
            "As many messages as the server carries out: each sender keeps some under way, and says the next when the last member of its room has got one.",
            ""
        },
        footer = {"", "Examples:", "  natter bench throughput --connections 200 --senders 20"},
        customSynopsis = "natter bench throughput [HOST[:PORT]] [OPTIONS]")
final class ThroughputCommand implements Callable<Integer> {

    @Mixin
    private final BenchRun bench;

    @Mixin
    private final TrafficOptions traffic = new TrafficOptions();

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "16",
            converter = Ranges.Window.class,
            description = "How many messages each sender keeps under way. Default: 16.")
    private int window;

    ThroughputCommand(Surroundings surroundings) {
        this.bench = new BenchRun(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        Crowd crowd = traffic.crowd(bench);
        return bench.run(() -> Bench.throughput(crowd, traffic.course(), window), traffic.expected());
    }
}
