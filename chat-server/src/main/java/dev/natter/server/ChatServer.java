package dev.natter.server;

import dev.natter.server.command.Dispatcher;
import dev.natter.server.command.ServerControl;
import dev.natter.server.console.Console;
import dev.natter.server.core.Chat;
import dev.natter.server.core.ChatLimits;
import dev.natter.server.net.CannotListenException;
import dev.natter.server.net.KeepAlive;
import dev.natter.server.net.Network;
import dev.natter.server.net.Pace;
import dev.natter.server.net.fanout.Bounds;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running chat server. Any thread. */
public final class ChatServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatServer.class);

    private final Clock clock;
    private final Instant started;
    private final Network network;
    private final Executor aside = newAside();
    private final Chat chat;
    private final Dispatcher dispatcher;
    private final List<InetSocketAddress> addresses;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    /**
     * Starts a server, which is ready when this returns.
     *
     * @throws CannotListenException if an address cannot be had; then nothing is left running
     */
    public static ChatServer start(ServerConfig config, Clock clock) throws CannotListenException {
        return start(config, KeepAlive.USUAL, clock);
    }

    /** The same with another patience for those who have vanished: a test has less. */
    static ChatServer start(ServerConfig config, KeepAlive keepAlive, Clock clock) throws CannotListenException {
        return new ChatServer(config, keepAlive, clock);
    }

    private ChatServer(ServerConfig config, KeepAlive keepAlive, Clock clock) throws CannotListenException {
        this.clock = clock;
        this.started = clock.instant();
        this.network = new Network(config.ioThreads());
        ChatLimits limits = new ChatLimits(config.maxRooms(), config.presenceLimit());
        this.chat = new Chat(clock, limits, config.motd(), network::newBroadcast);
        this.dispatcher = new Dispatcher(chat, new Control(), config.operatorPassword());
        Network.Settings settings = new Network.Settings(
                config.addresses().isEmpty() ? Network.loopback() : config.addresses(),
                config.ports(),
                config.adminSocket(),
                config.tls(),
                config.maxConnections(),
                config.maxPerAddress(),
                new Pace(config.rate(), config.burst()),
                new Bounds(config.maxUnread(), config.stall()),
                keepAlive);
        try {
            this.addresses = network.open(settings, chat, dispatcher, clock);
        } catch (CannotListenException | RuntimeException e) {
            network.close();
            throw e;
        }
        addresses.forEach(address -> LOG.info("listening on {}", NetUtil.toSocketAddressString(address)));
        if (config.addresses().isEmpty()) {
            LOG.info("only this machine can connect; --bind '*' lets others in");
        }
    }

    /** One thread, which ends by itself when there is nothing to do, and keeps no program running. */
    private static Executor newAside() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("natter-aside", true));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Where it listens, with real ports. */
    public List<InetSocketAddress> addresses() {
        return addresses;
    }

    /** Lets the operator type commands into the server, as operator {@code server}, until the input ends. */
    public Console openConsole(InputStream in, OutputStream out) {
        Console console = new Console(network.owner(), clock, dispatcher, this::stop, out);
        network.owner().execute(() -> console.open(chat));
        console.read(in);
        return console;
    }

    /**
     * Begins to stop: accepts nobody any more, tells everyone, and lets them have what was said. Does nothing the second
     * time.
     *
     * @param reason what everyone is told
     * @return completed when everything is over, at most 5 seconds later
     */
    public CompletableFuture<Void> stop(String reason) {
        if (!stopping.getAndSet(true)) {
            LOG.info("stopping");
            // Closing the sockets waits for event loops, so it must not be done on one.
            Thread closer = new Thread(() -> closeAll(reason), "natter-stop");
            closer.start();
        }
        return stopped;
    }

    private void closeAll(String reason) {
        network.stopListening();
        // Whatever was received before has its place in front of this.
        network.owner().execute(() -> {
            try {
                chat.close(reason);
            } finally {
                network.close().thenRun(() -> {
                    LOG.info("stopped");
                    stopped.complete(null);
                });
            }
        });
    }

    /** Completed when the server has stopped, whoever stopped it. */
    public CompletableFuture<Void> stopped() {
        return stopped;
    }

    /** Stops and waits for the end. */
    @Override
    public void close() {
        stop(ServerControl.DEFAULT_REASON).join();
    }

    private final class Control implements ServerControl {

        @Override
        public void after(Duration delay, Runnable task) {
            // Twice: what a scheduled task throws is kept for somebody who asks, what an executed one throws is logged.
            network.owner().schedule(() -> network.owner().execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public <T> void aside(Supplier<T> work, Consumer<T> then) {
            aside.execute(() -> {
                T result = work.get();
                try {
                    network.owner().execute(() -> then.accept(result));
                } catch (RejectedExecutionException e) {
                    LOG.debug("the server has stopped: nobody waits for this any more");
                }
            });
        }

        @Override
        public void stop(String reason) {
            ChatServer.this.stop(reason);
        }

        @Override
        public Duration uptime() {
            return Duration.between(started, clock.instant());
        }

        @Override
        public long bytesSent() {
            return network.bytesSent();
        }
    }
}
