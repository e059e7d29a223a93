package dev.natter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person at a crude telnet, in the words of the transcripts:
 *
 * <pre>{@code
 * Telnet bob = Telnet.connect("bob", address).takesWelcome();
 * bob.sends("NICK alice").hears("[server] error: the nickname \"alice\" is in use");
 * alice.isQuiet();
 * }</pre>
 *
 * <p>Whatever waits does so for ten seconds at most (or as told at {@link #connect(String, SocketAddress, Duration)}),
 * and fails with an {@link AssertionError} that says what was expected and what was heard. What the server sends is
 * read on the caller's thread and only when asked for: a person who is asked nothing takes nothing, and thousands of
 * them need no threads. Belongs to one thread at a time.
 */
public final class Telnet implements AutoCloseable {
    /** Long enough for a busy machine; nothing waits as long unless something is wrong. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Expectation WELCOME =
            Expectation.of("[server] Welcome to natter. You are * in #lobby (* online). HELP lists the commands.");

    private final SocketWire wire;
    private final Dialogue dialogue;
    private boolean speaksJson;

    private Telnet(SocketWire wire, Dialogue dialogue) {
        this.wire = wire;
        this.dialogue = dialogue;
    }

    /**
     * Connects over TCP, or to the Unix domain socket that an {@link java.net.UnixDomainSocketAddress} names.
     *
     * @param name what failures call this person
     * @throws UncheckedIOException where nobody listens
     */
    public static Telnet connect(String name, SocketAddress address) {
        return connect(name, address, PATIENCE);
    }

    /**
     * The same with another bound than ten seconds.
     *
     * @param patience how long each of this person's words may wait
     */
    public static Telnet connect(String name, SocketAddress address, Duration patience) {
        return connect(name, address, patience, null);
    }

    /** The same over TLS. */
    public static Telnet connect(String name, SocketAddress address, ClientTls tls) {
        return connect(name, address, PATIENCE, tls);
    }

    /** The same with another bound than ten seconds, and over TLS unless that is null. */
    public static Telnet connect(String name, SocketAddress address, Duration patience, @Nullable ClientTls tls) {
        try {
            SocketWire wire = SocketWire.connect(address, patience, tls);
            return new Telnet(wire, new Dialogue(name, wire, patience));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot connect to " + address + ": " + e.getMessage(), e);
        }
    }

    /** Sends an empty line, which ends the server's wait for a first line, and hears the welcome. */
    public Telnet takesWelcome() {
        return sends("").hears(WELCOME);
    }

    /** Sends {@code FORMAT JSON} as the first line, and hears the welcome and the {@code ok} in JSON. */
    public Telnet takesJsonWelcome() {
        speaksJson = true;
        return sends("FORMAT JSON")
                .hears("{\"type\":\"welcome\",*}")
                .hears("{\"type\":\"ok\",\"command\":\"FORMAT\",*}");
    }

    /** Takes a nickname that is free, and hears so. */
    public Telnet takesNick(String nick) {
        return sends("NICK " + nick)
                .hears(
                        speaksJson
                                ? Expectation.of("{\"type\":\"ok\",\"command\":\"NICK\",*}")
                                : Expectation.exactly("[server] you are now " + nick));
    }

    /** Sends a line as it stands, without escapes, and LF behind it. */
    public Telnet sends(String line) {
        return sendsBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends these bytes and nothing behind them; {@link Escapes#bytes} makes readable ones. */
    public Telnet sendsBytes(byte... bytes) {
        dialogue.sendsBytes(bytes);
        return this;
    }

    /**
     * Next comes this line.
     *
     * @param pattern as in {@link Expectation#of}: a star stands for anything, a backslash escapes
     */
    public Telnet hears(String pattern) {
        return hears(Expectation.of(pattern));
    }

    public Telnet hears(Expectation expected) {
        dialogue.hears(expected);
        return this;
    }

    /** The Telnet answers (IAC and what belongs to it) not heard yet begin so. They come apart from the lines. */
    public Telnet hearsBytes(byte... telnet) {
        dialogue.hearsTelnet(telnet);
        return this;
    }

    /** The next line, whatever it is. */
    public String nextLine() {
        return dialogue.nextLine();
    }

    /** All lines up to the end of the stream, be it orderly or a reset. */
    public List<String> linesUntilEnd() {
        return dialogue.linesUntilEnd();
    }

    /** Nothing is unread: the answer to a PING comes next. */
    public Telnet isQuiet() {
        dialogue.isQuiet();
        return this;
    }

    /** Waits until all that was sent so far is carried out; what comes meanwhile is kept to be heard later. */
    public Telnet settles() {
        dialogue.settles();
        return this;
    }

    /** Next comes an orderly end of the stream: FIN, no line before it, no reset. */
    public Telnet isDisconnected() {
        dialogue.isDisconnected();
        return this;
    }

    /** Says that no more will be sent (FIN, or {@code close_notify} alone over TLS), and goes on listening. */
    public Telnet hangUp() {
        dialogue.hungUp();
        return ends(wire::hangUp);
    }

    /** Closes without a word, and with what came unread lost. Does nothing the second time. */
    @Override
    public void close() {
        ends(wire::close);
    }

    /** Vanishes with a reset, as a machine does that crashed. A Unix domain socket knows none and is closed. */
    public void vanish() {
        ends(wire::vanish);
    }

    Dialogue dialogue() {
        return dialogue;
    }

    private interface Ending {
        void run() throws IOException;
    }

    private Telnet ends(Ending ending) {
        try {
            ending.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
