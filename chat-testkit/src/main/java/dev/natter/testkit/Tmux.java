package dev.natter.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tmux, spoken to in its control mode: commands go in as lines, their answers come back between marks, and what the
 * program in it writes arrives as it comes; an answer stands behind all that was written before it.
 *
 * <p>Belongs to one thread at a time.
 */
final class Tmux implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;

    /** The last figure of the marks around what this client has asked, and not somebody else (0). */
    private static final String ASKED_HERE = " 1";

    private final Process process;
    private final Writer commands;
    private final RawOutput output = new RawOutput();
    private final CountDownLatch hasSession = new CountDownLatch(1);
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    /** What tmux says when something is wrong with it; written by the reader only, before the end. */
    private final List<String> complaints = new ArrayList<>();

    /** Without {@code ended} the command was carried out, or refused. */
    private record Answer(List<String> lines, boolean refused, boolean ended) {}

    /**
     * Speaks with a tmux that was started with {@code -C}.
     *
     * @param process with its standard error on its standard output
     */
    Tmux(Process process) {
        this.process = process;
        commands = process.outputWriter(UTF_8);
        Thread reader = new Thread(this::read, "reads tmux");
        reader.setDaemon(true);
        reader.start();
        awaitSession();
    }

    /** Before it has one tmux answers, but of nothing. Where it never has one, the first command tells why. */
    private void awaitSession() {
        try {
            if (!hasSession.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Carries out a command.
     *
     * @param words any characters but line ends
     * @return the lines that it answers
     * @throws AssertionError if tmux refuses it, has ended, or does not answer in time
     */
    List<String> run(String... words) {
        String command = Arrays.stream(words).map(Tmux::quoted).collect(Collectors.joining(" "));
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            // It has ended; the reader knows what it said before.
        }
        Answer answer = next(command);
        if (answer.refused() || answer.ended()) {
            throw new AssertionError(
                    "tmux " + (answer.ended() ? "ended" : "refused " + command) + ": " + answer.lines());
        }
        return answer.lines();
    }

    /** What a format of tmux's, such as {@code #{pane_title}}, stands for now. */
    String tells(String format) {
        return String.join("\n", run("display-message", "-p", format));
    }

    /** All that was written up to now. */
    RawOutput outputSoFar() {
        tells(""); // an answer stands behind it
        return output;
    }

    /** Ends it, and the terminal of the program in it; there is nothing in it to be lost. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer next(String command) {
        try {
            Answer answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("tmux does not answer " + command);
            }
            if (answer.ended()) {
                answers.add(answer); // for whoever asks again
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while tmux was asked " + command, e);
        }
    }

    /** Bytes first: what a program writes may be cut in the middle of a character. */
    private void read() {
        try (BufferedReader lines = process.inputReader(ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("%begin ")) {
                    readAnswer(lines, line.substring("%begin".length()));
                } else if (line.startsWith("%output ")) {
                    output.add(line.substring(line.indexOf(' ', "%output ".length()) + 1));
                } else if (line.startsWith("%session-changed ")) {
                    hasSession.countDown();
                } else if (!line.startsWith("%")) {
                    complaints.add(line);
                }
            }
        } catch (IOException e) {
            // It was killed.
        } finally {
            hasSession.countDown();
            answers.add(new Answer(complaints, false, true));
        }
    }

    private void readAnswer(BufferedReader lines, String marks) throws IOException {
        List<String> answer = new ArrayList<>();
        @Nullable String line = lines.readLine();
        while (line != null && !line.equals("%end" + marks) && !line.equals("%error" + marks)) {
            answer.add(new String(line.getBytes(ISO_8859_1), UTF_8));
            line = lines.readLine();
        }
        boolean refused = line == null || line.startsWith("%error");
        if (marks.endsWith(ASKED_HERE)) {
            answers.add(new Answer(answer, refused, false));
        } else if (refused) {
            complaints.addAll(answer);
        }
    }

    private static String quoted(String word) {
        if (word.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a command of tmux's is one line");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
