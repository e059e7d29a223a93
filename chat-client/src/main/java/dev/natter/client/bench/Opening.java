package dev.natter.client.bench;

import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections as fast as possible, a bounded number of them at once. The first goes alone, to each of the server's
 * addresses in turn: where nobody listens on one (a name often has an address of IPv6 too), nor do the others try. Event
 * loop only.
 */
final class Opening implements Connection.Watcher {

    /** What is opened. */
    interface Connections {

        /** Makes the one with this number, from 0; the first one anew for each address. */
        Connection make(int number, Connection.Watcher watcher);
    }

    /** How it goes. */
    interface Outcome {

        /** Not even one connection could be opened. */
        void unreachable(String why);

        /** One could not be opened; at least one could. */
        void refused(String why);

        /** One that was open has ended. */
        void lost(String why);

        /** As many as were wanted are open or refused. */
        void opened();
    }

    /** Below the backlog that any listening server has. */
    private static final int AT_ONCE = 64;

    /** Each hello takes the loop some milliseconds, while a server waits 250 for it before it takes us for plain text. */
    private static final int AT_ONCE_OVER_TLS = 8;

    private final Generator generator;
    private final List<InetSocketAddress> addresses;
    private final int wanted;
    private final Connections connections;
    private final Outcome outcome;

    private int address;
    private int started;
    private int underWay;
    private volatile int ready;

    Opening(
            Generator generator,
            List<InetSocketAddress> addresses,
            int wanted,
            Connections connections,
            Outcome outcome) {
        this.generator = generator;
        this.addresses = addresses;
        this.wanted = wanted;
        this.connections = connections;
        this.outcome = outcome;
    }

    void begin() {
        started = 1;
        openOne(0);
    }

    /** How many have been ready. Any thread. */
    int ready() {
        return ready;
    }

    private void openOne(int number) {
        underWay++;
        // In the loop, and not before the next are under way: an attempt without a socket fails at once, on another
        // thread.
        generator
                .connect(addresses.get(address), () -> connections.make(number, this))
                .addListener(
                        (ChannelFuture attempt) -> generator.loop().execute(() -> concluded(number, attempt.cause())));
    }

    private void concluded(int number, @Nullable Throwable failure) {
        if (failure == null) {
            return;
        }
        if (ready == 0 && address + 1 < addresses.size()) {
            underWay--;
            address++;
            openOne(number);
        } else {
            failed(Connection.reason(failure));
        }
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    public void ready(Connection connection) {
        ready++;
        underWay--;
        goOn();
    }

    @Override
    public void ended(Connection connection, String why) {
        if (connection.isReady()) {
            outcome.lost(why);
        } else {
            failed(why);
        }
    }

    private void failed(String why) {
        underWay--;
        if (ready == 0) {
            outcome.unreachable(why);
        } else {
            outcome.refused(why);
            goOn();
        }
    }

    private void goOn() {
        int atOnce = generator.speaksTls() ? AT_ONCE_OVER_TLS : AT_ONCE;
        while (underWay < atOnce && started < wanted) {
            openOne(started++);
        }
        if (underWay == 0) {
            outcome.opened();
        }
    }
}
