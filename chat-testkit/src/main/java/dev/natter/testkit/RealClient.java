package dev.natter.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that people really chat with: {@code nc.openbsd}, {@code nc.traditional}, {@code ncat}, {@code telnet}, {@code openssl}.
 * None of our own code stands between it and the server.
 *
 * <p>A machine need not have them all, and a test without its program is skipped; unless the environment says {@value
 * #REQUIRED}{@code =1}, as continuous integration does, so that no test is skipped for ever without anybody noticing.
 */
public final class RealClient {
    static final String REQUIRED = "NATTER_REQUIRE_REAL_CLIENTS";

    private final Path program;

    private RealClient(Path program) {
        this.program = program;
    }

    /** Looks along {@code PATH}. */
    public static Optional<RealClient> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, program);
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(new RealClient(candidate));
            }
        }
        return Optional.empty();
    }

    /** The program; where it is missing, the test that asks ends here, skipped or, if it is required, failed. */
    public static RealClient orSkip(String program) {
        return orSkip(program, System.getenv());
    }

    static RealClient orSkip(String program, Map<String, String> environment) {
        return find(program).orElseGet(() -> {
            if ("1".equals(environment.get(REQUIRED))) {
                throw new AssertionError(program + " is not installed, and " + REQUIRED + " is 1");
            }
            return Assumptions.abort(program + " is not installed");
        });
    }

    Path path() {
        return program;
    }

    /**
     * Runs the program to its end, which must come within ten seconds.
     *
     * @param arguments its words, without the program's own name
     * @param input what it reads from its standard input, which ends behind it
     * @throws AssertionError if it does not end in time
     */
    public Outcome runs(List<String> arguments, String input) {
        try (RunningClient running = starts(arguments)) {
            return running.isFed(input).ends();
        }
    }

    /** Starts the program, to talk with it line by line. */
    public RunningClient starts(List<String> arguments) {
        return starts(arguments, Telnet.PATIENCE);
    }

    RunningClient starts(List<String> arguments, Duration patience) {
        List<String> words = new ArrayList<>();
        words.add(program.toString());
        words.addAll(arguments);
        try {
            return new RunningClient(words, patience);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words, e);
        }
    }

    /**
     * How a program ended.
     *
     * @param output its standard output, as UTF-8
     * @param errors its standard error, likewise
     */
    public record Outcome(int exitCode, String output, String errors) {
        public List<String> lines() {
            return output.lines().toList();
        }
    }
}
