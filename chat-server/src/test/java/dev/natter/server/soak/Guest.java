package dev.natter.server.soak;

import dev.natter.testkit.Telnet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Somebody who keeps account of the answers: in JSON one for each line, in text one for each PING, always in the order of
 * the lines. Belongs to one thread at a time.
 */
final class Guest implements AutoCloseable {

    private final Telnet telnet;
    private final boolean json;
    private final Tally tally;
    private final Deque<String> due = new ArrayDeque<>();
    private int pings;

    Guest(Telnet telnet, boolean json, Tally tally) {
        this.telnet = telnet;
        this.json = json;
        this.tally = tally;
    }

    Telnet telnet() {
        return telnet;
    }

    /** Says the first line, and is welcomed: before that comes nothing. */
    Guest enters() {
        asks(json ? "FORMAT JSON" : "");
        telnet.hears(json ? "{\"type\":\"welcome\",*}" : "[server] Welcome to natter. You are guest*");
        return this;
    }

    /** Sends a line. Its first word is what the answer will be to. */
    Guest asks(String line) {
        String verb = line.split(" ", 2)[0];
        return asks(line, line.isEmpty() ? "" : "\"command\":\"" + verb + "\"");
    }

    /**
     * The same where the answer is not to a command.
     *
     * @param answer what stands in it, in JSON; empty if none is due
     */
    Guest asks(String line, String answer) {
        telnet.sends(line);
        tally.asked();
        if (json && !answer.isEmpty()) {
            due.add(answer);
        }
        return this;
    }

    /** Takes all that comes until the last answer that is due, and one more. */
    void settles(Consumer<String> heard) {
        pings++;
        telnet.sends("PING " + pings);
        tally.asked();
        due.add(json ? "\"command\":\"PING\",\"token\":\"" + pings + "\"" : "[server] pong " + pings);
        while (!due.isEmpty()) {
            String line = telnet.nextLine();
            if (!takesAnswer(line)) {
                heard.accept(line);
            }
        }
    }

    /** The next line that is no answer. */
    String hears() {
        String line = telnet.nextLine();
        while (takesAnswer(line)) {
            line = telnet.nextLine();
        }
        return line;
    }

    private boolean takesAnswer(String line) {
        if (!isAnswer(line)) {
            return false;
        }
        String expected = due.poll();
        if (expected == null || !line.contains(expected)) {
            throw new AssertionError("the answer " + expected + " was due, but there came: " + line);
        }
        tally.answered();
        return true;
    }

    private boolean isAnswer(String line) {
        return json
                ? line.startsWith("{\"type\":\"ok\"") || line.startsWith("{\"type\":\"error\"")
                : line.startsWith("[server] pong ");
    }

    /** QUIT, or FIN: all answers that are due still come, then the end. */
    void leaves(boolean saysGoodbye) {
        if (saysGoodbye) {
            asks("QUIT goodbye");
        } else {
            telnet.hangUp();
        }
        isTurnedOut();
    }

    /** The connection ends, behind all answers that are due. */
    void isTurnedOut() {
        telnet.linesUntilEnd().forEach(this::takesAnswer);
        if (!due.isEmpty()) {
            throw new AssertionError("the connection ended, but there were still due: " + due);
        }
    }

    @Override
    public void close() {
        telnet.close();
    }
}
