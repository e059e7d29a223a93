package dev.natter.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.testkit.Telnet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of this project's own in a process of its own, which can be killed and started again on the same port. Belongs to
 * one thread.
 */
public final class ServerProcess implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1):(\\d+)");
    private static final int PATIENCE_SECONDS = 30;

    private final List<String> options;
    private Process process;
    private final InetSocketAddress tcp;

    private ServerProcess(List<String> options) throws Exception {
        this.options = options;
        process = process(0);
        tcp = awaitListening();
    }

    /**
     * Starts one on a free port of 127.0.0.1, and returns when it listens.
     *
     * @param options besides {@code --port} and {@code --bind}; {@code --rate 0} lets everybody speak as fast as they can
     */
    public static ServerProcess start(String... options) throws Exception {
        return new ServerProcess(List.of(options));
    }

    /** As a user writes it. */
    public String address() {
        return HOST + ":" + tcp.getPort();
    }

    /** Somebody with a raw connection, who has taken this name. */
    public Telnet person(String nick) {
        return Telnet.connect(nick, tcp).takesWelcome().takesNick(nick);
    }

    /** SIGKILL: nobody is told anything. Returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM: everybody is told. Returns when it has ended. */
    public void stop() throws InterruptedException {
        process.toHandle().destroy();
        process.waitFor();
    }

    /** Starts it again, once it is gone, with the same options on the same port. Returns when it listens. */
    public void restart() throws Exception {
        process = process(tcp.getPort());
        awaitListening();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public InetSocketAddress tcp() {
        return tcp;
    }

    private Process process(int port) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port", String.valueOf(port), "--bind", HOST));
        arguments.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(JavaProgram.server(arguments)).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("NATTER_"));
        return builder.start();
    }

    private InetSocketAddress awaitListening() throws Exception {
        CompletableFuture<InetSocketAddress> listening = new CompletableFuture<>();
        Process started = process;
        Thread reader = new Thread(() -> read(started, listening), "reads the server's log");
        reader.setDaemon(true);
        reader.start();
        return listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** To the end, so that the server never waits for us. */
    private static void read(Process process, CompletableFuture<InetSocketAddress> listening) {
        List<String> log = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            reader.lines().forEach(line -> {
                log.add(line);
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    listening.complete(new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2))));
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // It was killed.
        } finally {
            listening.completeExceptionally(new AssertionError("the server did not start: " + log));
        }
    }
}
