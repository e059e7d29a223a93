package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@code natter} that runs beside the test, which types into it and reads what it prints. Waits end after 10 s. */
final class CommandRun {

    /** A connection that is lost comes back at once. */
    private static final Persistence QUICK =
            new Persistence(Duration.ofMillis(2), Duration.ofMillis(20), Duration.ofSeconds(60));

    private final PipedOutputStream input = new PipedOutputStream();
    private final PrintedLines output = new PrintedLines();
    private final PrintedLines errors = new PrintedLines();
    private final CompletableFuture<Integer> exitCode;

    private CommandRun(Builder builder) throws IOException {
        Surroundings surroundings = new Surroundings(
                new PipedInputStream(input, 1 << 16),
                new PrintStream(builder.brokenOutput ? new BrokenPipe() : output, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                builder.environment,
                builder.terminalIn,
                builder.terminalOut,
                builder.terminalErr);
        types(builder.input.getBytes(UTF_8));
        exitCode = CompletableFuture.supplyAsync(
                () -> NatterCommand.execute(surroundings, builder.persistence, builder.arguments),
                task -> new Thread(task, "natter-under-test").start());
    }

    static CommandRun of(String... arguments) throws IOException {
        return with(arguments).start();
    }

    static Builder with(String... arguments) {
        return new Builder(arguments);
    }

    void types(String lines) throws IOException {
        types((lines + "\n").getBytes(UTF_8));
    }

    void types(byte[] bytes) throws IOException {
        input.write(bytes);
        input.flush();
    }

    void endsInput() throws IOException {
        input.close();
    }

    /** The next line on standard output, waited for. */
    String printed() throws InterruptedException {
        return output.next();
    }

    /** The next line on standard error, waited for. */
    String complained() throws InterruptedException {
        return errors.next();
    }

    int exitCode() throws Exception {
        return exitCode.get(10, TimeUnit.SECONDS);
    }

    /** What stands on standard output and was not read yet; to be asked at the end. */
    List<String> output() {
        return output.rest();
    }

    /** What stands on standard error and was not read yet; to be asked at the end. */
    List<String> errors() {
        return errors.rest();
    }

    /** What stands on standard error behind its last line end; to be asked at the end. */
    String unfinishedError() {
        return errors.unfinished();
    }

    static final class Builder {

        private final String[] arguments;
        private final Map<String, String> environment = new HashMap<>();
        private boolean terminalIn;
        private boolean terminalOut;
        private boolean terminalErr;
        private boolean brokenOutput;
        private String input = "";
        private Persistence persistence = QUICK;

        private Builder(String... arguments) {
            this.arguments = arguments;
        }

        Builder variable(String name, String value) {
            environment.put(name, value);
            return this;
        }

        Builder onATerminal() {
            terminalIn = true;
            terminalOut = true;
            terminalErr = true;
            return this;
        }

        /** What lies ready on standard input from the start. */
        Builder input(String lines) {
            input = lines;
            return this;
        }

        Builder givingUpAfter(Duration time) {
            persistence = new Persistence(Duration.ofMillis(2), Duration.ofMillis(20), time);
            return this;
        }

        Builder withBrokenOutput() {
            brokenOutput = true;
            return this;
        }

        CommandRun start() throws IOException {
            return new CommandRun(this);
        }
    }

    private static final class BrokenPipe extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("broken pipe");
        }
    }

    private static final class PrintedLines extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                lines.add(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }

        synchronized String unfinished() {
            return line.toString(UTF_8);
        }

        String next() throws InterruptedException {
            String next = lines.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was printed within 10 s");
            }
            return next;
        }

        List<String> rest() {
            List<String> rest = new ArrayList<>();
            lines.drainTo(rest);
            return rest;
        }
    }
}
