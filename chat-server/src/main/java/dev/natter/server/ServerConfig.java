package dev.natter.server;

import dev.natter.server.password.Password;
import dev.natter.server.tls.TlsSettings;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a server, valid and complete.
 *
 * @param addresses where to listen for TCP; with none, on loopback only
 * @param ports each of them on each address; 0 takes a free one
 * @param operatorPassword what makes an operator; null if nothing does
 * @param adminSocket path of a Unix socket whose connections are operators; null for none
 * @param tls null where only plain text is spoken
 * @param rate lines a second that one connection may sustain; 0 means no limit
 * @param burst lines that one connection may send at once; 0 means no limit
 * @param maxUnread bytes of what others say that may wait for one connection; 0 means no limit
 * @param stall how long one connection may take next to nothing of it; zero means for ever
 * @param maxConnections 0 means no limit
 * @param maxPerAddress connections from one IPv4 address or IPv6 /64; 0 means no limit
 * @param maxRooms rooms that one connection may be in; 0 means no limit
 * @param presenceLimit rooms larger than this do not announce joins and leaves
 * @param ioThreads event loops, one at least
 * @param motd lines shown after the welcome
 */
public record ServerConfig(
        List<InetAddress> addresses,
        List<Integer> ports,
        @Nullable Password operatorPassword,
        @Nullable Path adminSocket,
        @Nullable TlsSettings tls,
        int rate,
        int burst,
        long maxUnread,
        Duration stall,
        int maxConnections,
        int maxPerAddress,
        int maxRooms,
        int presenceLimit,
        int ioThreads,
        List<String> motd) {

    public ServerConfig {
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
        motd = List.copyOf(motd);
    }

    /** Without the password: settings may find their way into a log. */
    @Override
    public String toString() {
        return "ServerConfig[addresses=" + addresses + ", ports=" + ports + "]";
    }
}
