package dev.natter.server.soak;

import dev.natter.testkit.ClientTls;
import dev.natter.testkit.Telnet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;

/**
 * The way in.
 *
 * @param address in plain text or over TLS
 * @param trusted for TLS
 */
record Venue(InetSocketAddress address, SSLContext trusted, Tally tally) {

    /** Nobody may be held up for as long, whatever the others do. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

    /** In one of both formats; a quarter of all over TLS. */
    Guest connects(String name, Random random) {
        return connects(name, random.nextBoolean(), random);
    }

    Guest connects(String name, boolean json, Random random) {
        tally.connected();
        ClientTls tls = random.nextInt(4) == 0 ? new ClientTls(trusted, PROTOCOLS.get(random.nextInt(2))) : null;
        return new Guest(Telnet.connect(name, address, PATIENCE, tls), json, tally);
    }

    /** Without a word. */
    Socket connects() throws IOException {
        tally.connected();
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        return socket;
    }
}
