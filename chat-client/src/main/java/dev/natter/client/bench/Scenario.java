package dev.natter.client.bench;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What all benches do: open connections, then something with them. Event loop only, but for what says otherwise. */
abstract class Scenario implements Opening.Outcome {

    private final Generator generator = new Generator();
    private final CompletableFuture<Report> report = new CompletableFuture<>();
    private final int connections;

    private volatile @Nullable Opening opening;
    private volatile String phase = "";

    /** @param connections how many to open */
    Scenario(int connections) {
        this.connections = connections;
    }

    /** Makes the connection with this number, from 0. */
    abstract Connection connection(int number, Connection.Watcher watcher);

    /** Opens the connections. */
    void begin(List<InetSocketAddress> addresses) {
        phase("opening");
        opening = new Opening(generator, addresses, connections, this::connection, this);
        opening.begin();
    }

    @Override
    public void unreachable(String why) {
        breakOff(BenchException.unreachable(why));
    }

    /** Public as {@link Load.Stage} wants it. */
    public Generator generator() {
        return generator;
    }

    public void phase(String now) {
        phase = now;
    }

    public void breakOff(BenchException why) {
        report.completeExceptionally(why);
    }

    void done(Report done) {
        report.complete(done);
    }

    int connections() {
        return connections;
    }

    /** How many connections have been opened. Any thread. */
    int ready() {
        Opening current = opening;
        return current == null ? 0 : current.ready();
    }

    /** Any thread. */
    CompletableFuture<Report> report() {
        return report;
    }

    /** What is being done just now. Any thread. */
    String progress() {
        int ready = ready();
        return ready < connections ? "opening connections: " + ready + " of " + connections : phase;
    }
}
