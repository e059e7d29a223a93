package dev.natter.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Plays transcripts, each against a server of its own, and names the line of whatever goes wrong. */
final class TranscriptRunner {
    private final ServerFactory factory;
    private final Duration patience;

    /**
     * One for all transcripts.
     *
     * @param patience how long each line may wait for what it expects
     */
    TranscriptRunner(ServerFactory factory, Duration patience) {
        this.factory = factory;
        this.patience = patience;
    }

    /**
     * Plays one, from a fresh server to the end.
     *
     * @throws AssertionError naming file and line, what was expected and what was heard
     * @throws TestAbortedException where the server cannot offer what the transcript needs
     */
    void play(Transcript transcript) throws Exception {
        // A short path, as the system bounds that of a Unix domain socket to some hundred bytes.
        Path folder = Files.createTempDirectory("natter");
        try (Stage stage = new Stage(factory, folder, patience)) {
            for (Transcript.Line line : transcript.lines()) {
                named(transcript, line, line.text(), () -> line.step().playOn(stage));
            }
            named(transcript, lastOf(transcript.lines()), "(at the end)", stage::everybodyIsQuiet);
        } finally {
            delete(folder);
        }
    }

    private interface Play {
        void play() throws Exception;
    }

    private static void named(Transcript transcript, Transcript.Line line, String text, Play play) {
        String where = transcript.source() + ":" + line.number() + ": " + text + "\n";
        try {
            play.play();
        } catch (TestAbortedException e) {
            throw new TestAbortedException(where + e.getMessage(), e);
        } catch (AssertionError e) {
            // In its place and not around it, or a report would say everything twice.
            AssertionError named = new AssertionError(where + e.getMessage(), e.getCause());
            named.setStackTrace(e.getStackTrace());
            throw named;
        } catch (Exception e) {
            throw new AssertionError(where + e, e);
        }
    }

    private static Transcript.Line lastOf(List<Transcript.Line> lines) {
        return lines.get(lines.size() - 1);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
