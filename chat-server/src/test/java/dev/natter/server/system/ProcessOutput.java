package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a program writes to one of its streams. It is always read, so that the program never waits for us. */
final class ProcessOutput {

    /** Only a failure takes as long. */
    static final int PATIENCE_SECONDS = 30;

    /** Not a line, as it has a line end in it. */
    private static final String END = "\n";

    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> lines = new ArrayList<>();

    ProcessOutput(InputStream stream) {
        Thread reader = new Thread(() -> read(stream), "reads a program's output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            reader.lines().forEach(unread::add);
        } catch (IOException | UncheckedIOException e) {
            // It was killed; what was read until then counts.
        } finally {
            unread.add(END);
        }
    }

    /** Waits for a line like this, and passes over those before it. */
    String awaitLine(Pattern pattern) {
        for (String line = next(); !line.equals(END); line = next()) {
            if (pattern.matcher(line).matches()) {
                return line;
            }
        }
        throw new AssertionError("expected " + pattern + ", but the output ended with " + lines);
    }

    /** Waits for the end; all lines since the beginning. */
    List<String> allLines() {
        for (String line = next(); !line.equals(END); line = next()) {
            // takes it
        }
        return lines;
    }

    List<String> linesSoFar() {
        return lines;
    }

    private String next() {
        try {
            String line = unread.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no more output came behind " + lines);
            }
            if (line.equals(END)) {
                unread.add(END); // for whoever asks again
            } else {
                lines.add(line);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
