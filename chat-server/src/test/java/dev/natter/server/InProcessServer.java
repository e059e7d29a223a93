package dev.natter.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.command.ServerControl;
import dev.natter.server.config.CommandLineReader;
import dev.natter.server.net.CannotListenException;
import dev.natter.server.net.KeepAlive;
import dev.natter.testkit.ClientTls;
import dev.natter.testkit.ConsoleUnderTest;
import dev.natter.testkit.ServerFactory;
import dev.natter.testkit.ServerUnderTest;
import dev.natter.testkit.TestCertificate;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The real server, in this JVM, on free ports, started by the words of its command line. */
public final class InProcessServer implements ServerUnderTest {

    private static final String CONSOLE = "--console";

    /** Tests type faster than people, unless they are about that: an option wins over this. */
    private static final Map<String, String> WITHOUT_PACE = Map.of("NATTER_RATE", "0");

    private final List<String> options;
    private final KeepAlive keepAlive;
    private ChatServer server;
    private @Nullable ConsoleUnderTest console;
    private @Nullable ClientTls tls;

    private InProcessServer(List<String> options, KeepAlive keepAlive) throws CannotListenException {
        this.options = options;
        this.keepAlive = keepAlive;
        this.server = start(with(options, "--port=0"));
    }

    /** Starts a server. */
    public static InProcessServer with(String... options) {
        return with(KeepAlive.USUAL, options);
    }

    /** Starts a server that waits as long as this for those who have vanished. */
    public static InProcessServer with(KeepAlive keepAlive, String... options) {
        try {
            return new InProcessServer(List.of(options), keepAlive);
        } catch (CannotListenException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts servers with so many event loops. */
    public static ServerFactory withLoops(int count) {
        return (options, folder) -> new InProcessServer(with(options, "--io-threads=" + count), KeepAlive.USUAL);
    }

    /** Starts servers to which people speak this kind of TLS, such as {@code TLSv1.3}. */
    public static ServerFactory withTls(String protocol) {
        TestCertificate authority = TestCertificate.authority();
        TestCertificate certificate = authority.issues("localhost", "127.0.0.1", "::1");
        ClientTls tls = new ClientTls(authority.trusted(), protocol);
        return (options, folder) -> {
            List<String> all = new ArrayList<>(options);
            all.addAll(certificate.optionsIn(folder));
            InProcessServer server = new InProcessServer(all, KeepAlive.USUAL);
            server.tls = tls;
            return server;
        };
    }

    private static List<String> with(List<String> options, String option) {
        List<String> all = new ArrayList<>(options);
        all.add(option);
        return all;
    }

    private ChatServer start(List<String> arguments) throws CannotListenException {
        CommandLineReader reader = new CommandLineReader(WITHOUT_PACE, new PrintWriter(Writer.nullWriter()));
        ServerConfig config =
                reader.read(arguments.toArray(String[]::new)).orElseThrow().config();
        ChatServer started = ChatServer.start(config, keepAlive, Clock.systemUTC());
        if (arguments.contains(CONSOLE)) {
            console = new ConsoleUnderTest();
            started.openConsole(console.keyboard(), console.screen());
        }
        return started;
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return server.addresses();
    }

    @Override
    public Optional<ClientTls> tls() {
        return Optional.ofNullable(tls);
    }

    @Override
    public Optional<ConsoleUnderTest> console() {
        return Optional.ofNullable(console);
    }

    @Override
    public void stop(@Nullable String reason) {
        server.stop(reason == null ? ServerControl.DEFAULT_REASON : reason).join();
    }

    @Override
    public boolean awaitStop(Duration atMost) throws InterruptedException, ExecutionException {
        try {
            server.stopped().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public void restart() throws CannotListenException {
        closeConsole();
        server = start(with(options, "--port=" + server.addresses().get(0).getPort()));
    }

    @Override
    public void close() {
        server.close();
        closeConsole();
        assertThat(ErrorLog.take()).as("errors in the log").isEmpty();
    }

    private void closeConsole() {
        if (console != null) {
            console.close();
        }
    }
}
