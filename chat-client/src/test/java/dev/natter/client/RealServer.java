package dev.natter.client;

import dev.natter.server.ChatServer;
import dev.natter.server.ServerConfig;
import dev.natter.server.password.Password;
import dev.natter.server.tls.TlsFiles;
import dev.natter.server.tls.TlsSettings;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TestCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server of this project's own, on a free port, with a way in that is not this project's client. */
public final class RealServer implements AutoCloseable {

    public static final String OPERATOR_PASSWORD = "hunter2";

    private static final long MAX_UNREAD = 1 << 20;
    private static final int MAX_ROOMS = 50;
    private static final int PRESENCE_LIMIT = 1000;

    private final ChatServer server;

    private RealServer(int maxConnections, @Nullable TlsSettings tls) throws Exception {
        this(List.of(), 0, maxConnections, tls, 0);
    }

    private RealServer(List<InetAddress> addresses, int port, int maxConnections, @Nullable TlsSettings tls, int rate)
            throws Exception {
        ServerConfig config = new ServerConfig(
                addresses,
                List.of(port),
                Password.of(OPERATOR_PASSWORD),
                null,
                tls,
                rate,
                rate,
                MAX_UNREAD,
                Duration.ZERO,
                maxConnections,
                0,
                MAX_ROOMS,
                PRESENCE_LIMIT,
                1,
                List.of());
        server = ChatServer.start(config, Clock.systemUTC());
    }

    public static RealServer start() throws Exception {
        return new RealServer(0, null);
    }

    public static RealServer startFor(int maxConnections) throws Exception {
        return new RealServer(maxConnections, null);
    }

    /** One that takes so many lines a second of each connection, and as many at once. */
    public static RealServer startFor(Rate rate) throws Exception {
        return new RealServer(List.of(), 0, 0, null, rate.linesPerSecond());
    }

    /** Lines a second. */
    public record Rate(int linesPerSecond) {}

    /** Another one where this one, which has stopped, listened. */
    public RealServer startAgain() throws Exception {
        return new RealServer(List.of(tcp().getAddress()), port(), 0, null, 0);
    }

    /** One that has a certificate; nobody need use it. */
    public static RealServer startWithTls(TestCertificate certificate, Path folder) throws Exception {
        TlsFiles files = new TlsFiles(
                Files.writeString(folder.resolve("cert.pem"), certificate.pem()),
                Files.writeString(folder.resolve("key.pem"), certificate.keyPem()));
        return new RealServer(0, TlsSettings.read(files, false));
    }

    public String host() {
        return tcp().getAddress().getHostAddress();
    }

    public int port() {
        return tcp().getPort();
    }

    /** As a user writes it. */
    public String address() {
        String host = host();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** Somebody with a raw connection, who has taken this name. */
    public Telnet person(String nick) {
        return Telnet.connect(nick, tcp()).takesWelcome().takesNick(nick);
    }

    public void stop(String reason) {
        server.stop(reason).join();
    }

    @Override
    public void close() {
        server.close();
    }

    public InetSocketAddress tcp() {
        return server.addresses().get(0);
    }
}
