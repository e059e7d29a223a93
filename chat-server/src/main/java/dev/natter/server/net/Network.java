package dev.natter.server.net;

import dev.natter.server.command.Dispatcher;
import dev.natter.server.core.Broadcast;
import dev.natter.server.core.Chat;
import dev.natter.server.net.fanout.Bounds;
import dev.natter.server.net.fanout.FanOut;
import dev.natter.server.net.fanout.RoomBroadcast;
import dev.natter.server.net.tls.ServerTls;
import dev.natter.server.tls.TlsSettings;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatcher;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that a server has of Netty: event loops, the owner thread, listening sockets, connections. What waits says so, and
 * must not be called on its own threads.
 */
public final class Network {

    /**
     * What the operator decides.
     *
     * @param addresses where to listen for TCP
     * @param ports each of them on each address; 0 takes a free one
     * @param adminSocket a path for a Unix socket, or null for none
     * @param tls null for plain text only
     * @param maxConnections 0 means no limit
     * @param maxPerAddress connections from one IPv4 address or IPv6 /64; 0 means no limit
     * @param pace how fast one connection may be
     * @param bounds how much of what others say it may leave unread
     * @param keepAlive when a silent peer is taken to be gone
     */
    public record Settings(
            List<InetAddress> addresses,
            List<Integer> ports,
            @Nullable Path adminSocket,
            @Nullable TlsSettings tls,
            int maxConnections,
            int maxPerAddress,
            Pace pace,
            Bounds bounds,
            KeepAlive keepAlive) {}

    private static final Logger LOG = LoggerFactory.getLogger(Network.class);

    /** Many may connect at once; the system grants what it grants of this. */
    private static final int ACCEPT_BACKLOG = 4096;

    /** On stopping, how long the other ends have to close too, once they have been sent everything. */
    private static final int GRACE_MILLIS = 1_000;

    /** On stopping, how long the other ends have to read what they have been sent. */
    private static final int LAST_CALL_MILLIS = 4_000;

    private static final ChannelMatcher ALL_SENT =
            channel -> channel instanceof DuplexChannel duplex && duplex.isOutputShutdown();

    private final Transport transport = Transport.best();
    private final EventLoopGroup loops;
    private final EventExecutor owner;
    private final FanOut fanOut;
    private final List<Channel> listeners = new ArrayList<>();
    private @Nullable ServerTls tls;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    /**
     * Starts the threads.
     *
     * @param ioThreads event loops, one at least; if just one, it is the owner thread too
     */
    public Network(int ioThreads) {
        loops = new MultiThreadIoEventLoopGroup(
                ioThreads, new DefaultThreadFactory("natter-io"), transport.ioHandler());
        owner = ioThreads == 1 ? loops.next() : new DefaultEventExecutor(new DefaultThreadFactory("natter-chat"));
        fanOut = new FanOut(loops);
        LOG.debug("{} event loop(s) on {}", ioThreads, transport);
    }

    /** The addresses by which a machine reaches itself. */
    public static List<InetAddress> loopback() {
        return Listeners.loopback();
    }

    /** The thread that the chat belongs to. Carries out what it is given in that order. */
    public EventExecutor owner() {
        return owner;
    }

    /** A way out for a new room. Owner thread. */
    public Broadcast newBroadcast() {
        return new RoomBroadcast();
    }

    /** How many bytes were handed to sockets since the start. */
    public long bytesSent() {
        return fanOut.bytesSent();
    }

    /**
     * Begins to listen.
     *
     * @return the addresses, with their real ports
     * @throws CannotListenException if one of them cannot be had; then it listens on none
     */
    public List<InetSocketAddress> open(Settings settings, Chat chat, Dispatcher dispatcher, Clock clock)
            throws CannotListenException {
        tls = settings.tls() == null ? null : new ServerTls(settings.tls(), clock);
        ChatThread thread = new ChatThread(owner, chat, dispatcher, clock);
        ConnectionPipeline pipeline =
                new ConnectionPipeline(thread, fanOut, connections, settings.pace(), settings.bounds());
        fanOut.onRoom(() -> owner.execute(chat.crowd()::letGoOn));
        ConnectionLimits limits = new ConnectionLimits(settings.maxConnections(), settings.maxPerAddress());
        UserTimeout userTimeout = new UserTimeout(transport::setUserTimeout, settings.keepAlive());
        TcpInitializer tcp = new TcpInitializer(pipeline, limits, new LogLimit(clock), userTimeout, tls);
        ServerBootstrap server = bootstrap(transport.serverChannel(), tcp)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.SO_REUSEADDR, true);
        transport.options(settings.keepAlive()).forEach(server::childOption);
        transport.boundUnsent(server);
        try {
            listeners.addAll(new Listeners(server).open(settings.addresses(), settings.ports()));
            List<InetSocketAddress> addresses = listeners.stream()
                    .map(channel -> (InetSocketAddress) channel.localAddress())
                    .toList();
            if (settings.adminSocket() != null) {
                ServerBootstrap admin = bootstrap(transport.unixServerChannel(), new AdminInitializer(pipeline));
                listeners.add(AdminSocket.open(admin, transport, settings.adminSocket()));
            }
            AcceptFailureLog failures = new AcceptFailureLog(new LogLimit(clock));
            listeners.forEach(listener -> listener.pipeline().addLast(failures));
            return addresses;
        } catch (CannotListenException e) {
            stopListening();
            throw e;
        }
    }

    private ServerBootstrap bootstrap(Class<? extends ServerChannel> type, ChannelHandler initializer) {
        return new ServerBootstrap()
                .group(loops)
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, ACCEPT_BACKLOG)
                // Whoever has said all may still listen.
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                // By default a failed write closes the channel, and what the other end said before it went is lost.
                .childOption(ChannelOption.AUTO_CLOSE, false)
                .childHandler(initializer);
    }

    /** Closes the listening sockets, and waits for that: another server can have the addresses now. */
    public void stopListening() {
        listeners.forEach(listener -> listener.close().awaitUninterruptibly());
    }

    /**
     * Lets the connections end, which the chat has closed by now; those that take too long are cut off. Then ends all
     * threads.
     *
     * @return completed when everything is over, 5 seconds later at most
     */
    public CompletableFuture<Void> close() {
        // Whoever was accepted last may still be about to become a connection.
        return everyThreadIsDone().thenCompose(allAccepted -> closeAll());
    }

    private CompletableFuture<Void> closeAll() {
        GlobalEventExecutor timer = GlobalEventExecutor.INSTANCE;
        Future<?> grace = timer.schedule(() -> connections.close(ALL_SENT), GRACE_MILLIS, TimeUnit.MILLISECONDS);
        Future<?> lastCall = timer.schedule(() -> connections.close(), LAST_CALL_MILLIS, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        connections.newCloseFuture().addListener(all -> {
            grace.cancel(false);
            lastCall.cancel(false);
            // A channel's end is told to the owner thread, which has the event loops do something about it.
            everyThreadIsDone()
                    .thenCompose(channelsEnded -> everyThreadIsDone())
                    .thenCompose(chatKnows -> everyThreadIsDone())
                    .thenRun(() -> shutDown(closed));
        });
        return closed;
    }

    /** Completed when every thread has done what it had to do by now. */
    private CompletableFuture<Void> everyThreadIsDone() {
        List<EventExecutor> threads = new ArrayList<>(List.of(owner));
        loops.forEach(threads::add);
        return CompletableFuture.allOf(threads.stream()
                .map(thread -> CompletableFuture.runAsync(() -> {}, thread))
                .toArray(CompletableFuture<?>[]::new));
    }

    private void shutDown(CompletableFuture<Void> closed) {
        if (tls != null) {
            tls.close();
        }
        owner.shutdownGracefully(0, GRACE_MILLIS, TimeUnit.MILLISECONDS);
        loops.shutdownGracefully(0, GRACE_MILLIS, TimeUnit.MILLISECONDS).addListener(ended -> closed.complete(null));
    }
}
