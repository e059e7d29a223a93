package dev.natter.testkit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One side of a conversation, in the words of the transcripts: sends, hears, is quiet, is disconnected. Each word that
 * waits does so until what it waits for has come, and fails when it comes differently or not in time; none sleeps.
 *
 * <p>Every failure is an {@link AssertionError} that says what was expected, what was heard, and what was heard before.
 * Belongs to one thread at a time.
 */
final class Dialogue {
    /** As many lines as one wants to read in a failure. */
    private static final int LINES_REMEMBERED = 20;

    private static final AtomicLong TOKENS = new AtomicLong();

    private enum End {
        NOT_YET,
        ORDERLY,
        RESET
    }

    private final String name;
    private final Wire wire;
    private final Duration patience;
    /** Heard while it settled, but not asked for yet. */
    private final Deque<String> kept = new ArrayDeque<>();

    private final Deque<String> heardBefore = new ArrayDeque<>();
    private End end = End.NOT_YET;
    private boolean mayBeBusy;
    private boolean hasUnfinishedLine;
    private byte lastSent = '\n';
    private boolean hasHungUp;
    private boolean pingWentUnanswered;

    Dialogue(String name, Wire wire, Duration patience) {
        this.name = name;
        this.wire = wire;
        this.patience = patience;
    }

    void sends(String line) {
        sendsBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void sendsBytes(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        mayBeBusy = true;
        noteLineEnd(bytes);
        try {
            wire.send(bytes);
        } catch (IOException e) {
            throw failure("the server to take " + Escapes.show(bytes), "that it did not: " + e, e);
        }
    }

    /** LF ends a line, and so does CR NUL, which is what a Telnet client sends for a bare CR. */
    private void noteLineEnd(byte[] sent) {
        int last = sent.length - 1;
        byte beforeLast = last > 0 ? sent[last - 1] : lastSent;
        lastSent = sent[last];
        hasUnfinishedLine = lastSent != '\n' && !(lastSent == 0 && beforeLast == '\r');
    }

    void hears(Expectation expected) {
        String line = next();
        if (line == null || !expected.matches(line)) {
            throw failure(expected.toString(), describe(line));
        }
        remember(line);
    }

    String nextLine() {
        String line = next();
        if (line == null) {
            throw failure("a line", describe(null));
        }
        remember(line);
        return line;
    }

    void hearsTelnet(byte[] expected) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (wire.incoming().telnet().length < expected.length && receives(deadline)) {
            // until there are enough
        }
        byte[] all = wire.incoming().telnet();
        byte[] heard = Arrays.copyOf(all, Math.min(all.length, expected.length));
        wire.incoming().forgetTelnet(heard.length);
        if (!Arrays.equals(heard, expected)) {
            throw failure("the Telnet bytes " + Escapes.show(expected), "the Telnet bytes " + Escapes.show(heard));
        }
    }

    /**
     * A PING is answered behind all that its sender caused and was sent before: whoever hears the answer next hears
     * nothing else.
     */
    void isQuiet() {
        if (hasUnfinishedLine || hasHungUp) {
            throw failure(
                    "to be able to ask with a PING", hasHungUp ? "a hang-up before" : "an unfinished line before");
        }
        String token = newToken();
        sends("PING " + token);
        String line = next();
        if (line == null || !isPong(line, token)) {
            throw failure("nothing (a PING's answer came next)", describe(line));
        }
        mayBeBusy = false;
        hasNoTelnetUnread();
    }

    /**
     * Lets all lines sent so far be carried out: what they make others hear is on its way to them, what they made this
     * one hear is kept for later. Does nothing where there is nothing to wait for, or no way to: behind an unfinished
     * line, after a hang-up, after the end. That the other side ends meanwhile is no failure; it is found by whoever
     * asks next.
     */
    void settles() {
        if (!mayBeBusy || hasUnfinishedLine || hasHungUp || end != End.NOT_YET) {
            return;
        }
        mayBeBusy = false;
        String token = newToken();
        try {
            wire.send(("PING " + token + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Whoever said QUIT cannot ask any more. What was still said to them is read below.
            pingWentUnanswered = true;
        }
        for (String line = awaitLine(); line != null; line = awaitLine()) {
            if (isPong(line, token)) {
                return;
            }
            kept.add(line);
        }
        pingWentUnanswered = true;
        if (end == End.NOT_YET) {
            throw failure("the answer to a PING, once all that was sent is carried out", describe(null));
        }
    }

    /**
     * Next comes the end of the stream. A reset is none, as it may destroy the last lines on their way to a reader;
     * unless a PING of our own crossed it.
     */
    void isDisconnected() {
        String line = next();
        boolean orderly = end == End.ORDERLY || (end == End.RESET && pingWentUnanswered);
        if (line != null || !orderly || wire.incoming().unfinishedLine().length > 0) {
            throw failure("the end of the stream", describe(line));
        }
        hasNoTelnetUnread();
    }

    /** For when nobody can ask: nothing may have come so far. */
    void hasNothingUnread() {
        receives(System.nanoTime());
        String line = kept.isEmpty() ? wire.incoming().pollLine() : kept.poll();
        if (line != null) {
            throw failure("nothing", describe(line));
        }
        hasNoTelnetUnread();
    }

    List<String> linesUntilEnd() {
        List<String> lines = new ArrayList<>();
        for (String line = next(); line != null; line = next()) {
            lines.add(line);
            remember(line);
        }
        if (end == End.NOT_YET) {
            throw failure("the end of the stream", describe(null));
        }
        return Collections.unmodifiableList(lines);
    }

    /** To be called when this side has sent its last byte. */
    void hungUp() {
        hasHungUp = true;
    }

    boolean hasHungUp() {
        return hasHungUp;
    }

    boolean hasUnfinishedLine() {
        return hasUnfinishedLine;
    }

    private void remember(String line) {
        heardBefore.add(line);
        if (heardBefore.size() > LINES_REMEMBERED) {
            heardBefore.poll();
        }
    }

    private @Nullable String next() {
        return kept.isEmpty() ? awaitLine() : kept.poll();
    }

    private @Nullable String awaitLine() {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!wire.incoming().hasLine() && receives(deadline)) {
            // until there is one
        }
        return wire.incoming().pollLine();
    }

    /** Whether it is worth looking again: false at the end, and when time is up. */
    private boolean receives(long deadline) {
        if (end != End.NOT_YET) {
            return false;
        }
        try {
            return switch (wire.receive(Duration.ofNanos(deadline - System.nanoTime()))) {
                case BYTES -> true;
                case NOTHING_YET -> deadline - System.nanoTime() > 0;
                case END -> {
                    end = End.ORDERLY;
                    yield false;
                }
            };
        } catch (InterruptedIOException e) {
            throw new AssertionError(name + " was interrupted while waiting", e);
        } catch (IOException e) {
            end = End.RESET;
            return false;
        }
    }

    private void hasNoTelnetUnread() {
        byte[] telnet = wire.incoming().telnet();
        if (telnet.length > 0) {
            throw failure("no Telnet bytes", "the Telnet bytes " + Escapes.show(telnet));
        }
    }

    private static String newToken() {
        return "testkit-" + TOKENS.incrementAndGet();
    }

    /**
     * Nobody else can make these: a text line of theirs starts with their name, and JSON escapes the quotes of a text.
     */
    private static boolean isPong(String line, String token) {
        return line.equals("[server] pong " + token)
                || (line.startsWith("{")
                        && line.contains("\"command\":\"PING\"")
                        && line.contains("\"token\":\"" + token + "\""));
    }

    private String describe(@Nullable String line) {
        if (line != null) {
            return Escapes.show(line);
        }
        byte[] unfinished = wire.incoming().unfinishedLine();
        String behind = unfinished.length == 0 ? "" : ", behind an unfinished line: " + Escapes.show(unfinished);
        return switch (end) {
            case NOT_YET -> "nothing within " + patience.toMillis() + " ms" + behind;
            case ORDERLY -> "the end of the stream" + behind;
            case RESET -> "a reset of the connection" + behind;
        };
    }

    private AssertionError failure(String expected, String heard) {
        return failure(expected, heard, null);
    }

    private AssertionError failure(String expected, String heard, @Nullable Throwable cause) {
        StringBuilder message =
                new StringBuilder(name + " expected: " + expected + "\n" + name + " heard:    " + heard);
        if (heardBefore.isEmpty()) {
            message.append("\nand nothing before");
        } else {
            message.append("\nand before, the latest last:");
            heardBefore.forEach(line -> message.append("\n  ").append(Escapes.show(line)));
        }
        return new AssertionError(message.toString(), cause);
    }
}
