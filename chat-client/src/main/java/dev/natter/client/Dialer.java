package dev.natter.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the TCP connection. A name may stand for several addresses ({@code localhost} for one of IPv4 and one of IPv6)
 * of which a server need not listen on all, so each is tried in turn.
 */
final class Dialer {

    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final CompletableFuture<Channel> dialed = new CompletableFuture<>();
    private @Nullable ConnectionException firstFailure;

    private Dialer(EventLoop loop) {
        this.loop = loop;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                // Nothing is read before whoever gets the channel is ready for it.
                .option(ChannelOption.AUTO_READ, false)
                // A write can fail while the server's reason for closing is still unread.
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .handler(new EmptyPipeline());
        KeepAlive.options().forEach(bootstrap::option);
    }

    /** Whoever gets the channel fills its pipeline; until then there is none, for however many attempts it takes. */
    private static final class EmptyPipeline extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {}
    }

    /** The open channel, which does not read yet; or a {@link ConnectionException}. Completed on the event loop. */
    static CompletableFuture<Channel> dial(EventLoop loop, String host, int port) {
        Dialer dialer = new Dialer(loop);
        // To look up a name blocks, for half a minute where there is no network.
        Thread lookup = new Thread(() -> dialer.lookUp(host, port), "natter-lookup");
        lookup.setDaemon(true);
        lookup.start();
        return dialer.dialed;
    }

    private void lookUp(String host, int port) {
        Queue<InetSocketAddress> addresses = new ArrayDeque<>();
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                addresses.add(new InetSocketAddress(address, port));
            }
        } catch (UnknownHostException e) {
            onLoop(() -> dialed.completeExceptionally(ConnectionException.because("unknown host", e)));
            return;
        }
        onLoop(() -> tryNext(addresses));
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            dialed.completeExceptionally(ConnectionException.because("closed by this side", e));
        }
    }

    private void tryNext(Queue<InetSocketAddress> addresses) {
        InetSocketAddress address = addresses.poll();
        if (address != null) {
            bootstrap.connect(address).addListener((ChannelFuture attempt) -> concluded(attempt, addresses));
        } else {
            // Never null: a name that is known has an address.
            dialed.completeExceptionally(
                    firstFailure == null ? ConnectionException.because("no address") : firstFailure);
        }
    }

    private void concluded(ChannelFuture attempt, Queue<InetSocketAddress> others) {
        Throwable failure = attempt.cause();
        if (failure == null) {
            dialed.complete(attempt.channel());
            return;
        }
        if (firstFailure == null) {
            // Netty adds the address to Java's message, which is the cause then.
            firstFailure = ConnectionException.of(failure.getCause() == null ? failure : failure.getCause());
        }
        tryNext(others);
    }
}
