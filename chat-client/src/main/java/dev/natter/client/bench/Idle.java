package dev.natter.client.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connections that are opened as fast as possible, and then say nothing for a while. Event loop only. */
final class Idle extends Scenario {

    private final Duration held;
    private final Crew crew = new Crew();
    private Mark first = Mark.NONE;
    private Mark last = Mark.NONE;
    private int refused;
    private int lost;
    private String why = "";

    /** @param held for how long they are held once the last is open */
    Idle(int connections, Duration held) {
        super(connections);
        this.held = held;
    }

    @Override
    void begin(List<InetSocketAddress> addresses) {
        first = mark();
        super.begin(addresses);
    }

    @Override
    Connection connection(int number, Connection.Watcher watcher) {
        return new Connection(crew, watcher, "", (bytes, from, to) -> false);
    }

    @Override
    public void refused(String reason) {
        refused++;
        why = why.isEmpty() ? reason : why;
    }

    @Override
    public void lost(String reason) {
        lost++;
        why = why.isEmpty() ? reason : why;
    }

    @Override
    public void opened() {
        last = mark();
        phase("holding " + ready() + " connections");
        generator().loop().schedule(this::end, held.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void end() {
        double seconds = last.secondsSince(first);
        Report.Builder report = new Report.Builder()
                .count("connections", "connections", ready())
                .seconds("seconds", "opened in", seconds)
                .perSecond("connectionsPerSecond", "connections/s", ready(), seconds)
                .generatorBusy(last.busySince(first))
                .fault("refused", "refused", refused)
                .fault("lost", "lost", lost);
        if (!why.isEmpty()) {
            report.note("the first that was refused or lost: " + why);
        }
        done(report.build());
    }

    private Mark mark() {
        return Mark.now(generator(), crew.tally, 0);
    }
}
