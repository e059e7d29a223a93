package dev.natter.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@link RealClient} at work. It is typed to and read like a {@link Telnet}, and is killed at {@link #close()} at the
 * latest. Belongs to one thread at a time.
 */
public final class RunningClient implements AutoCloseable {
    private final List<String> words;
    private final Duration patience;
    private final Process process;
    private final Dialogue dialogue;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Thread outputReader;
    private final Thread errorReader;

    RunningClient(List<String> words, Duration patience) throws IOException {
        this.words = words;
        this.patience = patience;
        process = new ProcessBuilder(words).start();
        BytePipe screen = new BytePipe();
        dialogue = new Dialogue(words.get(0), new StreamWire(process.getOutputStream(), screen), patience);
        outputReader = copies(process.getInputStream(), output, screen);
        errorReader = copies(process.getErrorStream(), errors, OutputStream.nullOutputStream());
    }

    /** Types a line. */
    public RunningClient sends(String line) {
        return sendsRaw(line + "\n");
    }

    /** Types this and nothing behind it. */
    public RunningClient sendsRaw(String text) {
        dialogue.sendsBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * Gets this for its whole standard input. As with a pipe in a shell, it may leave without having read all of it;
     * and whether it reads or not does not hold up the caller.
     */
    RunningClient isFed(String input) {
        dialogue.hungUp();
        inBackground("feeds", () -> {
            try (OutputStream keyboard = process.getOutputStream()) {
                keyboard.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It has left.
            }
        });
        return this;
    }

    /** Next it prints this line; with stars and escapes, as in {@link Expectation#of}. */
    public RunningClient hears(String pattern) {
        dialogue.hears(Expectation.of(pattern));
        return this;
    }

    /** The end of its standard input (Ctrl-D). */
    public RunningClient hangUp() {
        dialogue.hungUp();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Waits for it to end by itself.
     *
     * @return all that it has printed, also what was heard already
     * @throws AssertionError if it does not end in time; it is killed then
     */
    public RealClient.Outcome ends() {
        try {
            if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor();
                await();
                throw new AssertionError(words + " did not end within " + patience.toMillis() + " ms\nit printed: "
                        + text(output) + "\nand as errors: " + text(errors));
            }
            await();
            return new RealClient.Outcome(process.exitValue(), text(output), text(errors));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + words, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** A child of its own may outlive the program and keep its streams open, hence the bound. */
    private void await() throws InterruptedException {
        outputReader.join(patience.toMillis());
        errorReader.join(patience.toMillis());
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Thread copies(InputStream from, OutputStream all, OutputStream lines) {
        return inBackground("reads", () -> copy(from, all, lines));
    }

    private Thread inBackground(String what, Runnable task) {
        Thread thread = new Thread(task, what + " " + words.get(0));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void copy(InputStream from, OutputStream all, OutputStream lines) {
        byte[] buffer = new byte[8192];
        try (from;
                lines) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                all.write(buffer, 0, count);
                lines.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // Killing a program closes its streams under the reader; what was read until then counts.
        }
    }
}
