package dev.natter.server.soak;

import dev.natter.testkit.Telnet;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An operator at the admin socket, who keeps an eye on what the server takes, and on how soon it answers. One thread. */
final class Watch implements AutoCloseable {

    /** By then every kind of visitor has been there, and the JVM has compiled what is used much. */
    private static final Duration WARM_UP = Duration.ofMinutes(2);

    /**
     * How much memory may still be added after that: the 20 MiB in which a password is checked once more, while the former
     * ones wait for a full collection; two slow readers at a time, each with the megabyte of {@code --sendq}; what the JVM
     * compiles late. With some 400 visitors a second, 350 bytes left behind by each are more than this in eight minutes.
     */
    private static final int GROWTH_MB = 64;

    /** Nobody is held up: in these the machine's own hiccups are the larger part. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final long pid;
    private final Telnet operator;
    private final long begin = System.nanoTime();
    private final Duration time;
    private final Footprint atFirst;
    private @Nullable Footprint warm;
    private long longestNanos;

    Watch(long pid, Path adminSocket, Duration time) throws IOException {
        this.pid = pid;
        this.time = time;
        operator = Telnet.connect("the watch", UnixDomainSocketAddress.of(adminSocket), Venue.PATIENCE);
        operator.takesWelcome().sends("JOIN #watch").sends("LEAVE #lobby").settles();
        ask("ROOMS");
        atFirst = Footprint.of(pid);
    }

    boolean isOver() {
        return elapsed().compareTo(time) >= 0;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** How it is now. */
    String looks() throws IOException {
        long asked = System.nanoTime();
        ask("STATS");
        long nanos = System.nanoTime() - asked;
        longestNanos = Math.max(longestNanos, nanos);
        if (nanos > LONGEST_ANSWER.toNanos()) {
            throw new AssertionError("STATS was answered after " + Duration.ofNanos(nanos));
        }
        Footprint now = Footprint.of(pid);
        if (warm == null && (elapsed().compareTo(WARM_UP) >= 0 || elapsed().compareTo(time.dividedBy(2)) >= 0)) {
            warm = now;
        }
        return String.format(Locale.ROOT, "%4d s: %s", elapsed().toSeconds(), now);
    }

    /** Everybody else has left: nothing of them may remain. */
    String looksAtTheEnd() throws IOException {
        awaitThat(
                "the rooms are empty",
                () -> ask("ROOMS").equals(List.of("[server] #lobby (0 online)", "[server] #watch (1 online)")));
        awaitThat("nobody is connected but the watch", () -> ask("STATS").get(0).contains(" 1 connections, "));
        // The one that checks passwords ends a moment after the last of them.
        awaitThat(
                "there are no more threads than before",
                () -> atFirst.threads().containsAll(Footprint.of(pid).threads()));
        awaitThat("all sockets are closed", () -> Footprint.of(pid).sockets() == atFirst.sockets());
        Footprint now = Footprint.of(pid);
        if (warm == null || now.residentMb() > warm.residentMb() + GROWTH_MB) {
            throw new AssertionError(
                    "memory has grown by more than " + GROWTH_MB + " MiB since it was warm: " + warm + ", then " + now);
        }
        if (now.files() > atFirst.files()) {
            throw new AssertionError("files stayed open: at first " + atFirst + ", then " + now);
        }
        return String.format(
                Locale.ROOT,
                "at first %s; warm %s; at the end %s; %s; the longest answer took %d ms",
                atFirst,
                warm,
                now,
                ask("STATS").get(0),
                longestNanos / 1_000_000);
    }

    private List<String> ask(String command) {
        List<String> answer = new ArrayList<>();
        operator.sends(command).sends("PING end");
        for (String line = operator.nextLine(); !line.equals("[server] pong end"); line = operator.nextLine()) {
            answer.add(line);
        }
        return answer;
    }

    private interface Condition {
        boolean isMet() throws IOException;
    }

    /** Nobody is told when the server notices that somebody has gone, so this looks again and again. */
    private void awaitThat(String what, Condition condition) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.isMet()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come to it that " + what + ", within " + PATIENCE.toSeconds()
                        + " s: " + ask("ROOMS") + ", at first " + atFirst + ", now " + Footprint.of(pid));
            }
        }
    }

    @Override
    public void close() {
        operator.close();
    }
}
