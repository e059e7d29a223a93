package dev.natter.client.cli;

import dev.natter.client.bench.Bench;
import dev.natter.client.bench.Crowd;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long messages take. */
@Command(
        name = "latency",
        exitCodeList = {
            "0:done",
            BenchCommand.FAILURE,
            "2:wrong usage",
            "69:cannot connect",
            "78:wrong configuration file"
        },
        sortOptions = false,
        description = {
            "How long messages take at a given rate. The time counts from when a message should have been sent, so that a stall counts for all that should have been sent meanwhile, until a member has read it; all members count.",
            ""
        },
        footer = {"", "Examples:", "  natter bench latency --rate 1000 --seconds 10"},
        customSynopsis = "natter bench latency [HOST[:PORT]] [OPTIONS]")
final class LatencyCommand implements Callable<Integer> {

    @Mixin
    private final BenchRun bench;

    @Mixin
    private final TrafficOptions traffic = new TrafficOptions();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            converter = Ranges.Rate.class,
            description = "Messages a second, over all senders. Default: 100.")
    private int rate;

    LatencyCommand(Surroundings surroundings) {
        this.bench = new BenchRun(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        Crowd crowd = traffic.crowd(bench);
        return bench.run(() -> Bench.latency(crowd, traffic.course(), rate), traffic.expected());
    }
}
