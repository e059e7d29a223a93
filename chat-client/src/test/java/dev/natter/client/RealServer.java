package dev.natter.client;

import dev.natter.server.ChatServer;
import dev.natter.server.ServerConfig;
import dev.natter.server.password.Password;
import dev.natter.server.tls.TlsFiles;
import dev.natter.server.tls.TlsSettings;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TestCertificate;
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
        ServerConfig config = new ServerConfig(
                List.of(),
                List.of(0),
                Password.of(OPERATOR_PASSWORD),
                null,
                tls,
                0,
                0,
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
