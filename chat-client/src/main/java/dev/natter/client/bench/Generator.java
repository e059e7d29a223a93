package dev.natter.client.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One event loop, on which everything of a bench happens, and its sockets: epoll where there is one. */
final class Generator implements AutoCloseable {

    /** A busy member gets this much in one tick; a second read of a socket that is empty by then costs as much as the first. */
    private static final int READ_BYTES = 1 << 17;

    /** As much as a socket itself can hold: a connection with more than that unsent is not writable. */
    private static final int MAX_UNSENT = 1 << 20;

    private static final int CONNECT_MILLIS = 10_000;

    /** Epoll sleeps for nanoseconds, and wakes after the system's usual slack; the JDK's selector for milliseconds. */
    private static final long EPOLL_OVERSLEEP_NANOS = 150_000;

    private static final long NIO_OVERSLEEP_NANOS = 1_200_000;

    private final boolean epoll = Epoll.isAvailable();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private volatile @Nullable Function<ByteBufAllocator, ? extends ChannelHandler> tls;

    Generator() {
        IoHandlerFactory sockets = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        Class<? extends SocketChannel> channel = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
        group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("natter-bench"), sockets);
        loop = group.next();
        bootstrap = new Bootstrap()
                .group(group)
                .channel(channel)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                // A write can fail while the server's reason for closing is still unread.
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(MAX_UNSENT / 2, MAX_UNSENT))
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES));
    }

    /** Has all connections speak TLS. Before the first. */
    void speakTls(Function<ByteBufAllocator, ? extends ChannelHandler> handlers) {
        tls = handlers;
    }

    boolean speaksTls() {
        return tls != null;
    }

    EventLoop loop() {
        return loop;
    }

    /** How long after a scheduled task's time it may run, in a loop that has nothing else to do. */
    long oversleepNanos() {
        return epoll ? EPOLL_OVERSLEEP_NANOS : NIO_OVERSLEEP_NANOS;
    }

    /** Makes a connection whose only handler is the given one, but for TLS. */
    ChannelFuture connect(SocketAddress address, Supplier<? extends ChannelHandler> handler) {
        return bootstrap
                .clone()
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        Function<ByteBufAllocator, ? extends ChannelHandler> first = tls;
                        if (first != null) {
                            channel.pipeline().addLast(first.apply(channel.alloc()));
                        }
                        channel.pipeline().addLast(handler.get());
                    }
                })
                .connect(address);
    }

    /** The processor time that the loop has taken; not above 0 where the system does not tell. In the loop only. */
    long processorNanos() {
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
    }

    /** Closes all connections, and waits for that a second at most. Any thread but the loop's. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
