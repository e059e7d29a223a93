package dev.natter.server.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.net.ExtendedSocketOptions;

/** How the operating system's sockets are reached: by epoll where there is one, else by the JDK's own means. */
enum Transport {
    EPOLL {
        @Override
        IoHandlerFactory ioHandler() {
            return EpollThatKeepsSockets.newFactory();
        }

        @Override
        Class<? extends ServerChannel> serverChannel() {
            return EpollServerSocketChannel.class;
        }

        @Override
        Class<? extends ServerChannel> unixServerChannel() {
            return EpollServerDomainSocketChannel.class;
        }

        @Override
        SocketAddress unixAddress(Path path) {
            return new DomainSocketAddress(path.toString());
        }

        @Override
        Map<ChannelOption<Integer>, Integer> options(KeepAlive keepAlive) {
            return Map.of(
                    EpollChannelOption.TCP_KEEPIDLE, keepAlive.idle(),
                    EpollChannelOption.TCP_KEEPINTVL, keepAlive.interval(),
                    EpollChannelOption.TCP_KEEPCNT, keepAlive.questions(),
                    EpollChannelOption.TCP_USER_TIMEOUT, keepAlive.userTimeoutMillis());
        }

        @Override
        void setUserTimeout(Channel channel, int millis) {
            channel.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, millis);
        }

        @Override
        void boundUnsent(ServerBootstrap server) {
            server.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, MAX_UNSENT);
        }
    },

    NIO {
        @Override
        IoHandlerFactory ioHandler() {
            return NioIoHandler.newFactory();
        }

        @Override
        Class<? extends ServerChannel> serverChannel() {
            return NioServerSocketChannel.class;
        }

        @Override
        Class<? extends ServerChannel> unixServerChannel() {
            return NioServerDomainSocketChannel.class;
        }

        @Override
        SocketAddress unixAddress(Path path) {
            return UnixDomainSocketAddress.of(path);
        }

        /** Those that this system has. Where it has none, its own two hours have to do. */
        @Override
        Map<ChannelOption<Integer>, Integer> options(KeepAlive keepAlive) {
            Map<SocketOption<Integer>, Integer> wanted = Map.of(
                    ExtendedSocketOptions.TCP_KEEPIDLE, keepAlive.idle(),
                    ExtendedSocketOptions.TCP_KEEPINTERVAL, keepAlive.interval(),
                    ExtendedSocketOptions.TCP_KEEPCOUNT, keepAlive.questions());
            try (SocketChannel probe = SocketChannel.open()) {
                return wanted.entrySet().stream()
                        .filter(option -> probe.supportedOptions().contains(option.getKey()))
                        .collect(Collectors.toMap(option -> NioChannelOption.of(option.getKey()), Map.Entry::getValue));
            } catch (IOException e) {
                return Map.of();
            }
        }
    };

    private static final long MAX_UNSENT = 128 * 1024;

    static Transport best() {
        return Epoll.isAvailable() ? EPOLL : NIO;
    }

    abstract IoHandlerFactory ioHandler();

    abstract Class<? extends ServerChannel> serverChannel();

    abstract Class<? extends ServerChannel> unixServerChannel();

    abstract SocketAddress unixAddress(Path path);

    /** What is set for each TCP connection so that it ends when the other end has vanished. */
    abstract Map<ChannelOption<Integer>, Integer> options(KeepAlive keepAlive);

    /**
     * Bounds what the system takes of what it cannot send yet. By itself it takes megabytes, then nothing until a third of
     * that is sent, and who reads steadily looks like somebody who does not read.
     */
    void boundUnsent(ServerBootstrap server) {
        // only Linux and macOS know this, and Java does not
    }

    /**
     * For how long what was sent may stay unacknowledged, or untaken by an end that is alive; 0 means as long as the
     * system likes, and for ever.
     */
    void setUserTimeout(Channel channel, int millis) {
        // only Linux can be told
    }
}
