package dev.natter.client.cli;

import dev.natter.client.ClientTls;
import dev.natter.client.bench.Bench;
import dev.natter.client.bench.BenchException;
import dev.natter.client.bench.Report;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all benches have in common on the command line: where the server is, how long to wait, how to report. */
final class BenchRun {

    /** For opening the connections, and for what is under way at the end. */
    private static final Duration REST = Duration.ofSeconds(60);

    private static final long PROGRESS_MILLIS = 250;
    private static final String CLEARED_LINE = "\r\u001B[K";

    private final Surroundings surroundings;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "HOST[:PORT]",
            description = "Where the server listens, or a favourite. Default: $$NATTER_HOST, else localhost:7777.")
    private @Nullable String address;

    @Mixin
    private final TlsOptions tlsOptions = new TlsOptions();

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            converter = Ranges.Seconds.class,
            description = "Give up after so long. Default: 60 more than the rest should take.")
    private @Nullable Duration limit;

    @Option(names = "--json", description = "Report in JSON: one object on one line.")
    private boolean json;

    BenchRun(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs a bench, and reports.
     *
     * @param expected how long it should take without {@link #REST}
     * @return the exit code
     */
    int run(Supplier<Bench> benches, Duration expected) throws InterruptedException {
        Target target = target();
        ServerAddress server = target.address();
        ClientTls tls = tls(target);
        Duration patience = limit == null ? expected.plus(REST) : limit;
        try (Bench bench = benches.get()) {
            Report report = await(bench, bench.begin(server.host(), server.port(), tls), patience);
            surroundings.out().print(json ? report.json(spec().name()) + "\n" : report.table());
            surroundings.out().flush();
            return report.isFaultless() && !surroundings.out().checkError() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (ExecutionException e) {
            return brokenOff(target.address(), e.getCause());
        } catch (TimeoutException e) {
            surroundings.complain("given up: not done after " + patience.toSeconds() + " s (" + e.getMessage() + ")");
            return ExitCode.FAILED;
        }
    }

    private int brokenOff(ServerAddress server, @Nullable Throwable why) {
        if (why instanceof BenchException end) {
            surroundings.complain((end.isUnreachable() ? "cannot connect to " + server + ": " : "") + end.getMessage());
            return end.isUnreachable() ? ExitCode.CANNOT_CONNECT : ExitCode.FAILED;
        }
        throw new IllegalStateException(why);
    }

    private Report await(Bench bench, CompletableFuture<Report> report, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        long begun = System.nanoTime();
        try {
            while (true) {
                try {
                    return report.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (System.nanoTime() - begun > patience.toNanos()) {
                        throw new TimeoutException(bench.progress());
                    }
                    show(bench.progress());
                }
            }
        } finally {
            show("");
        }
    }

    private void show(String progress) {
        if (surroundings.terminalErr()) {
            surroundings.err().print(CLEARED_LINE + progress);
            surroundings.err().flush();
        }
    }

    private Target target() {
        try {
            return Target.given(address, surroundings);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable ClientTls tls(Target target) {
        try {
            return tlsOptions.read(target.favourite(), surroundings);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /** Refuses the whole command. */
    ParameterException wrongUsage(String sentence) {
        return new ParameterException(spec().commandLine(), sentence);
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("picocli has not filled this in");
        }
        return command;
    }
}
