package dev.natter.testkit;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A server that somebody else has started, perhaps on another machine, perhaps not even ours: {@code
 * -Dnatter.server=HOST:PORT}. Transcripts that need options, files, the console, the admin socket, or the server to
 * stop are skipped and say why.
 *
 * <p>The transcripts count heads, so the server must be empty, with default settings and without a message of the day.
 */
public final class RemoteServer implements ServerUnderTest {
    /** The system property that names the server: {@value}. */
    public static final String PROPERTY = "natter.server";

    private final List<InetSocketAddress> addresses;

    private RemoteServer(List<InetSocketAddress> addresses) {
        this.addresses = addresses;
    }

    /** The server that the property {@value #PROPERTY} names, or else those of the given factory. */
    public static ServerFactory orElse(ServerFactory otherwise) {
        String hostAndPort = System.getProperty(PROPERTY);
        return hostAndPort == null ? otherwise : at(hostAndPort);
    }

    /**
     * The server there, again and again.
     *
     * @param hostAndPort {@code host:port}, {@code 127.0.0.1:port} or {@code [::1]:port}
     */
    static ServerFactory at(String hostAndPort) {
        URI uri = URI.create("natter://" + hostAndPort);
        String host = uri.getHost();
        int port = uri.getPort();
        if (host == null || port < 0) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + hostAndPort + ": expected HOST:PORT");
        }
        return (options, folder) -> start(host, port, options, folder);
    }

    private static RemoteServer start(String host, int port, List<String> options, Path folder) throws IOException {
        Assumptions.assumeTrue(
                options.isEmpty(), () -> "needs a server with options of its own (" + options + ", " + folder + ")");
        List<InetSocketAddress> addresses = Arrays.stream(InetAddress.getAllByName(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        awaitEmpty(addresses.get(0));
        return new RemoteServer(addresses);
    }

    /**
     * The people of the transcript before may still be on their way out. Asking again and again is a wait without a
     * sleep.
     */
    private static void awaitEmpty(InetSocketAddress address) {
        long deadline = System.nanoTime() + Telnet.PATIENCE.toNanos();
        try (Telnet probe = Telnet.connect("the look at who is on the server", address)) {
            probe.takesWelcome();
            String answer;
            do {
                answer = who(probe);
            } while (!answer.startsWith("[server] #lobby (1 online)") && System.nanoTime() < deadline);
            if (!answer.startsWith("[server] #lobby (1 online)")) {
                throw new AssertionError("the server at " + address + " is not empty: " + answer);
            }
            probe.sends("QUIT").isDisconnected();
        }
    }

    private static String who(Telnet probe) {
        probe.sends("WHO");
        String line = probe.nextLine();
        // Others leave meanwhile, and everyone is told.
        while (!line.startsWith("[server] #lobby (")) {
            line = probe.nextLine();
        }
        return line;
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return addresses;
    }

    /** Cannot tell whether the server or the name in the property lacks the family, so it never fails. */
    @Override
    public InetSocketAddress address(StandardProtocolFamily family) {
        boolean ipv4 = family == StandardProtocolFamily.INET;
        return addresses.stream()
                .filter(address -> address.getAddress() instanceof Inet4Address == ipv4)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("the server is not known to listen over " + family));
    }

    @Override
    public Optional<ConsoleUnderTest> console() {
        return Assumptions.abort("the console of a server elsewhere is out of reach");
    }

    @Override
    public void stop(@Nullable String reason) {
        Assumptions.abort("a server elsewhere cannot be stopped");
    }

    @Override
    public boolean awaitStop(Duration atMost) {
        return Assumptions.abort("a server elsewhere is not to be stopped");
    }

    @Override
    public void restart() {
        Assumptions.abort("a server elsewhere cannot be started again");
    }

    @Override
    public void close() {
        // It was there before, and stays.
    }
}
