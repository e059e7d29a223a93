package dev.natter.testkit;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A running server that a transcript is played against, wherever it runs. What it cannot offer it refuses with {@link
 * Assumptions#abort}, which skips the transcript.
 *
 * <p>All methods are called from one thread. An exception of any of them fails the transcript, that of {@link #close}
 * too: a good place to find that the server has logged a stack trace or leaked a buffer.
 */
public interface ServerUnderTest extends AutoCloseable {
    /** Where it listens, with real ports; people connect to the first, unless told over what. Never empty. */
    List<InetSocketAddress> addresses();

    /** How people speak to it over TCP; empty for plain text. */
    default Optional<ClientTls> tls() {
        return Optional.empty();
    }

    /** Its terminal, where it was started with one. After {@link #restart} it may be another one. */
    Optional<ConsoleUnderTest> console();

    /**
     * Stops it as SIGTERM does, and returns when it is down; when it is down already, at once.
     *
     * @param reason what everyone is told; null for the server's own words
     */
    void stop(@Nullable String reason) throws Exception;

    /** Waits for it to be down by itself, because somebody on it has stopped it; false if it is not in that time. */
    boolean awaitStop(Duration atMost) throws Exception;

    /** Starts it again, once it is down: the same options, the same ports. */
    void restart() throws Exception;

    /** Ends it in whatever state it is, down and never restarted included. */
    @Override
    void close();

    /**
     * Where it listens over this family. A server that listens on no IPv6 address fails, unless the machine has no
     * IPv6.
     *
     * @param family {@code INET} or {@code INET6}
     */
    default InetSocketAddress address(StandardProtocolFamily family) {
        boolean ipv4 = family == StandardProtocolFamily.INET;
        for (InetSocketAddress address : addresses()) {
            if (address.getAddress() instanceof Inet4Address == ipv4) {
                return address;
            }
        }
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(ipv4 ? "127.0.0.1" : "::1"))) {
            throw new AssertionError(
                    "the server does not listen over " + family + ", and this machine could: " + probe);
        } catch (IOException e) {
            return Assumptions.abort("this machine has no " + family + ": " + e.getMessage());
        }
    }
}
