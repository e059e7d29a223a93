package dev.natter.server.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.server.password.Argon2Hash;
import dev.natter.server.system.ServerProcess;
import dev.natter.testkit.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole of it, as CONTRIBUTING.md says how to run it. Prints how it goes every ten seconds, and fails at the first promise
 * that is broken, with the seed: with the same one everybody does the same again, though not at the same moments.
 *
 * <p>{@code -Dsoak.minutes} (10), {@code -Dsoak.io-threads} (1), {@code -Dsoak.seed} (a new one).
 */
final class Soak {

    private static final int STEADY = 6;
    private static final int CHURNERS = 8;
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** What the server takes at most for an orderly stop. */
    private static final Duration STOP = Duration.ofSeconds(5);

    private static final int MINUTES = Integer.getInteger("soak.minutes", 10);
    private static final int IO_THREADS = Integer.getInteger("soak.io-threads", 1);
    private static final long SEED = Long.getLong("soak.seed", System.nanoTime());

    private final TestCertificate authority = TestCertificate.authority();
    private final Random random = new Random(SEED);
    private final Tally tally = new Tally();
    private final List<Steady> steady = new ArrayList<>();
    private final Troupe troupe = new Troupe();

    @TempDir
    private Path folder;

    @Test
    void everyPromiseIsKept() throws Exception {
        print("for " + MINUTES + " min, --io-threads " + IO_THREADS + ", seed " + SEED);
        try (ServerProcess server = ServerProcess.startAsLaunched(options())) {
            Venue venue = new Venue(server.address(), authority.trusted(), tally);
            try (Watch watch = new Watch(server.pid(), folder.resolve("admin"), Duration.ofMinutes(MINUTES))) {
                comeTogether(venue);
                while (!watch.isOver()) {
                    troupe.actFor(LOOK);
                    print(watch.looks() + "; " + tally);
                }
                troupe.end();
                steady.forEach(one -> one.hasHeardAll(steady));
                steady.forEach(Steady::leaves);
                print(watch.looksAtTheEnd() + "; " + tally);
            }
            stops(server);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("soak.seed=" + SEED + ", after " + tally + ": " + e.getMessage(), e);
        }
        print("no fault found");
    }

    private String[] options() throws IOException {
        Path password = Files.writeString(
                folder.resolve("password"),
                Argon2Hash.hash("that nobody guesses").toPhc(),
                UTF_8);
        Stream<String> options = Stream.of(
                "--port=0",
                "--bind=127.0.0.1",
                "--io-threads=" + IO_THREADS,
                "--admin-socket=" + folder.resolve("admin"),
                "--operator-password-file=" + password);
        List<String> tls = authority.issues("localhost").optionsIn(folder);
        return Stream.concat(options, tls.stream()).toArray(String[]::new);
    }

    /** The steady ones are all there before one of them speaks. */
    private void comeTogether(Venue venue) {
        for (int i = 0; i < STEADY; i++) {
            steady.add(new Steady("steady" + i, i % 2 == 0, venue, newRandom()));
        }
        for (Steady one : steady) {
            steady.stream().filter(other -> other != one).forEach(one::listensTo);
        }
        steady.forEach(one -> troupe.add(one.nick(), one));
        for (int i = 0; i < CHURNERS; i++) {
            troupe.add("churner" + i, new Churner("churner" + i, venue, newRandom()));
        }
        troupe.add("flood", new Flood(venue, newRandom()));
        troupe.add("slow readers", new SlowReaders(venue, newRandom()));
        troupe.add("intruder", new Intruder(venue, newRandom()));
        troupe.add("storm", new Storm(venue, newRandom()));
    }

    /** So that what one of them does depends on the seed, and not on the others. */
    private Random newRandom() {
        return new Random(random.nextLong());
    }

    private static void stops(ServerProcess server) throws InterruptedException {
        long before = System.nanoTime();
        ServerProcess.Outcome outcome = server.terminate().ends();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        if (outcome.exitCode() != 0 || took.compareTo(STOP) > 0) {
            throw new AssertionError("SIGTERM ended it with " + outcome.exitCode() + " after " + took);
        }
        List<String> faults = outcome.err().stream()
                .filter(line -> line.contains(" ERROR ") || line.startsWith("\tat ") || line.contains("Exception"))
                .toList();
        if (!faults.isEmpty()) {
            throw new AssertionError("its log shows faults: " + faults);
        }
        print("SIGTERM ended it with 0 after " + took.toMillis() + " ms; its log has "
                + outcome.err().size() + " lines, none of them an error");
    }

    private static void print(String line) {
        System.out.println("soak: " + line);
    }
}
