package dev.natter.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A server that says what the test tells it to, to one client after another. Every wait ends after ten seconds. */
public final class FakeServer implements AutoCloseable {

    public static final String WELCOME = "{\"type\":\"welcome\",\"time\":\"2026-11-20T09:30:00.123Z\","
            + "\"nick\":\"guest1\",\"room\":\"#lobby\",\"online\":3}";
    public static final String FORMAT_OK = "{\"type\":\"ok\",\"command\":\"FORMAT\",\"format\":\"JSON\"}";

    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket server;

    public FakeServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** As a user writes it. */
    public String address() {
        return host() + ":" + port();
    }

    public Visitor accept() throws IOException {
        return new Visitor(server.accept());
    }

    /** Accepts a client and brings it through the beginning. */
    public Visitor welcome() throws IOException {
        Visitor visitor = accept();
        visitor.hears("FORMAT JSON");
        visitor.says(WELCOME, FORMAT_OK);
        return visitor;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** The server's side of one connection. */
    public static final class Visitor implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        private Visitor(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            out = socket.getOutputStream();
        }

        /** The next line of the client's; null if it has hung up. */
        public @Nullable String next() throws IOException {
            return in.readLine();
        }

        public void hears(String expected) throws IOException {
            String line = next();
            if (!expected.equals(line)) {
                throw new AssertionError("expected the client to say " + expected + ", but it said " + line);
            }
        }

        /** Whether something has arrived that was not asked for yet. */
        public boolean hasMoreToSay() throws IOException {
            return in.ready();
        }

        public void hearsHangUp() throws IOException {
            String line = next();
            if (line != null) {
                throw new AssertionError("expected the client to hang up, but it said " + line);
            }
        }

        public void says(String... lines) throws IOException {
            out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        }

        public void saysUnfinished(String line) throws IOException {
            out.write(line.getBytes(UTF_8));
        }

        public void saysOk(String command) throws IOException {
            says("{\"type\":\"ok\",\"command\":\"" + command + "\"}");
        }

        public void saysMessage(String room, String from, String jsonText) throws IOException {
            says("{\"type\":\"message\",\"time\":\"2026-11-20T09:30:00.123Z\",\"room\":\"" + room + "\",\"from\":\""
                    + from + "\",\"text\":\"" + jsonText + "\"}");
        }

        public void refuses(String command, String code, String message) throws IOException {
            says("{\"type\":\"error\",\"command\":\"" + command + "\",\"code\":\"" + code + "\",\"message\":\""
                    + message + "\"}");
        }

        /** Sends a reset. */
        public void vanishes() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
