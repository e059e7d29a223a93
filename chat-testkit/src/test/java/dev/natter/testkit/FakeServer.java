package dev.natter.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Speaks just enough of the protocol to be talked to by people of a transcript, and does on request what a server must
 * not: it answers {@code REPLY text} with any text, {@code NOTHING} with nothing, {@code RESET} with a reset. Nothing
 * here is shared with the real server.
 */
final class FakeServer implements ServerUnderTest {
    /** All that was received, in the order in which it was carried out, as {@code who: line}. */
    final List<String> received = new CopyOnWriteArrayList<>();

    final List<String> options;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final @Nullable ConsoleUnderTest console;
    private final List<ServerSocketChannel> listeners = new ArrayList<>();
    private final List<Thread> acceptors = new ArrayList<>();
    private final List<InetSocketAddress> addresses = new ArrayList<>();
    private CountDownLatch down = new CountDownLatch(1);
    boolean closed;

    FakeServer(List<String> options, Path folder) throws IOException {
        this.options = options;
        listen(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        if (options.contains("--admin-socket")) {
            Path socket = Path.of(options.get(options.indexOf("--admin-socket") + 1));
            if (!socket.startsWith(folder)) {
                throw new IOException(socket + " is outside of " + folder);
            }
            ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(socket));
            accept(listener);
        }
        if (options.contains("--ipv6")) {
            listen(InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
        }
        console = options.contains("--console") ? new ConsoleUnderTest() : null;
        if (console != null) {
            ConsoleUnderTest terminal = console;
            inBackground(() -> serveConsole(terminal));
        }
    }

    private void listen(InetAddress loopback) throws IOException {
        listen(new InetSocketAddress(loopback, 0));
    }

    private void listen(InetSocketAddress address) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(address);
        addresses.add((InetSocketAddress) listener.getLocalAddress());
        accept(listener);
    }

    private void accept(ServerSocketChannel listener) {
        listeners.add(listener);
        acceptors.add(inBackground(() -> {
            while (true) {
                SocketChannel channel = listener.accept();
                Connection connection = new Connection(channel);
                connections.add(connection);
                inBackground(connection::serve);
            }
        }));
    }

    private interface Task {
        void run() throws IOException;
    }

    private static Thread inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // A listener or a connection was closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return addresses;
    }

    @Override
    public Optional<ConsoleUnderTest> console() {
        return Optional.ofNullable(console);
    }

    @Override
    public synchronized void stop(@Nullable String reason) {
        if (down.getCount() == 0) {
            return;
        }
        for (Connection connection : connections) {
            connection.sends("[server] closing: " + (reason == null ? "the server is shutting down" : reason));
            connection.ends();
        }
        for (ServerSocketChannel listener : listeners) {
            try {
                listener.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        listeners.clear();
        // The port is free only when the last thread has come back from accept.
        for (Thread acceptor : acceptors) {
            join(acceptor);
        }
        acceptors.clear();
        down.countDown();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean awaitStop(Duration atMost) throws InterruptedException {
        return down.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void restart() throws IOException {
        down = new CountDownLatch(1);
        List<InetSocketAddress> same = List.copyOf(addresses);
        addresses.clear();
        for (InetSocketAddress address : same) {
            listen(address);
        }
    }

    @Override
    public void close() {
        stop(null);
        if (console != null) {
            console.close();
        }
        closed = true;
        if (options.contains("--fails-at-close")) {
            throw new IllegalStateException("a stack trace was logged");
        }
    }

    private void serveConsole(ConsoleUnderTest terminal) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(terminal.keyboard(), UTF_8));
        for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
            synchronized (this) {
                received.add("console: " + line);
                if (line.equals("\\close")) {
                    stop("closed");
                    terminal.screen().close();
                    return;
                }
                String answer = line.startsWith("PING ") ? "pong " + line.substring(5) : "typed: " + line;
                terminal.screen().write(("[server] " + answer + "\n").getBytes(UTF_8));
            }
        }
    }

    private final class Connection {
        private final SocketChannel channel;
        private String nick = "guest" + (connections.size() + 1);
        private boolean json;
        private boolean welcomed;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void serve() throws IOException {
            StringBuilder line = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(1024);
            while (channel.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    char c = (char) (buffer.get() & 0xFF);
                    boolean crNul = c == 0 && line.length() > 0 && line.charAt(line.length() - 1) == '\r';
                    if (crNul) {
                        line.setLength(line.length() - 1);
                    }
                    if (c == '\n' || crNul) {
                        synchronized (FakeServer.this) {
                            handle(new String(line.toString().getBytes(ISO_8859_1), UTF_8));
                        }
                        line.setLength(0);
                    } else {
                        line.append(c);
                    }
                }
            }
            synchronized (FakeServer.this) {
                ends();
            }
        }

        private void handle(String line) throws IOException {
            received.add(nick + ": " + line);
            String[] words = line.split(" ", 2);
            String text = words.length > 1 ? words[1] : "";
            json |= line.equals("FORMAT JSON");
            if (!welcomed) {
                welcomed = true;
                sends(
                        json
                                ? "{\"type\":\"welcome\",\"nick\":\"" + nick + "\"}"
                                : "[server] Welcome to natter. You are " + nick + " in #lobby (" + connections.size()
                                        + " online). HELP lists the commands.");
            }
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "", "NOTHING" -> {}
                case "FORMAT" -> replies("FORMAT", "format", "JSON", "");
                case "NICK" -> {
                    nick = text;
                    replies("NICK", "nick", text, "you are now ");
                }
                case "PING" -> replies("PING", "token", text, "pong ");
                case "WHO" -> sends("[server] #lobby (" + connections.size() + " online): " + nick);
                case "MSG" -> {
                    for (Connection other : connections) {
                        if (other != this) {
                            other.sends("[" + nick + "] " + text);
                        }
                    }
                }
                case "REPLY" -> sendsBytes(Escapes.bytes(text));
                case "STOP" -> stop(text);
                case "QUIT" -> ends();
                case "RESET" -> {
                    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                    connections.remove(this);
                    channel.close();
                }
                default -> sends("[server] error: unknown command \"" + words[0] + "\"; HELP lists the commands");
            }
        }

        private void replies(String command, String field, String value, String text) {
            sends(
                    json
                            ? "{\"type\":\"ok\",\"command\":\"" + command + "\",\"" + field + "\":\"" + value + "\"}"
                            : "[server] " + text + value);
        }

        private void sends(String line) {
            sendsBytes((line + "\n").getBytes(UTF_8));
        }

        private void sendsBytes(byte[] bytes) {
            try {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                connections.remove(this);
            }
        }

        private void ends() {
            connections.remove(this);
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
