package dev.natter.client.bench;

import dev.natter.client.ClientTls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads a server with many connections, and reports what it makes of that.
 *
 * <p><b>Threads.</b> Each bench has one event loop thread, on which all of it happens and which ends with {@link #close}. The
 * methods here can be called from any other.
 *
 * <p><b>Bounds.</b> What is counted ends, but a server that does not answer is waited for: whoever waits for the report sets
 * a limit, then closes.
 */
public final class Bench implements AutoCloseable {

    private final Scenario scenario;

    private Bench(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * As many messages as the server carries out: each sender has up to {@code window} under way, and says the next when the
     * last member of its room has got one.
     *
     * @param window 1 or more
     */
    public static Bench throughput(Crowd crowd, Course course, int window) {
        return new Bench(new Traffic(crowd, stage -> new ClosedLoop(stage, course, window)));
    }

    /**
     * Messages at a given rate, whatever the server makes of that, each of them timed from when it should have been sent to
     * when a member has read it; all members count.
     *
     * @param rate messages a second, over all senders; 1 or more
     */
    public static Bench latency(Crowd crowd, Course course, int rate) {
        return new Bench(new Traffic(crowd, stage -> new OpenLoop(stage, course, rate)));
    }

    /**
     * Connections that are opened as fast as possible, stay in the lobby, and say nothing.
     *
     * @param held for how long they are held once the last is open
     */
    public static Bench idle(int connections, Duration held) {
        return new Bench(new Idle(connections, held));
    }

    /** The same as with no TLS. */
    public CompletableFuture<Report> begin(String host, int port) {
        return begin(host, port, null);
    }

    /**
     * Begins. Called once; looks up the name first, which may take a while.
     *
     * @param host a name or an address, of IPv6 without brackets
     * @param tls null for plain text
     * @return fails with a {@link BenchException}
     */
    public CompletableFuture<Report> begin(String host, int port, @Nullable ClientTls tls) {
        try {
            List<InetSocketAddress> addresses = Stream.of(InetAddress.getAllByName(host))
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
            if (tls != null) {
                scenario.generator().speakTls(allocator -> tls.newHandler(allocator, host, port));
            }
            scenario.generator().loop().execute(() -> scenario.begin(addresses));
        } catch (UnknownHostException e) {
            scenario.breakOff(BenchException.unreachable("unknown host"));
        }
        return scenario.report();
    }

    /** What is being done just now, in a few words. */
    public String progress() {
        return scenario.progress();
    }

    /** Closes all connections; returns when they are. */
    @Override
    public void close() {
        scenario.generator().close();
    }
}
