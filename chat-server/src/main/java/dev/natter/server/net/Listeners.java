package dev.natter.server.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Opens the TCP sockets on which the server waits for connections: each address with each port. */
final class Listeners {

    /** With port 0 the addresses are to share a port, which on one of them another program may have. */
    private static final int MAX_TRIES = 20;

    private final ServerBootstrap bootstrap;

    Listeners(ServerBootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** The addresses by which a machine reaches itself: IPv4 and, where the machine has it, IPv6. */
    static List<InetAddress> loopback() {
        List<InetAddress> both = List.of(NetUtil.LOCALHOST4, NetUtil.LOCALHOST6);
        return exists(NetUtil.LOCALHOST6) ? both : both.subList(0, 1);
    }

    private static boolean exists(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    /**
     * Listens on all of them, or on none.
     *
     * @param ports 0 takes a free one, the same on all addresses
     * @throws CannotListenException if one of them cannot be had
     */
    List<Channel> open(List<InetAddress> addresses, List<Integer> ports) throws CannotListenException {
        List<Channel> open = new ArrayList<>();
        try {
            for (int port : ports) {
                open.addAll(port == 0 ? openOnAFreePort(addresses) : open(addresses, port));
            }
            return open;
        } catch (CannotListenException e) {
            close(open);
            throw e;
        }
    }

    private List<Channel> openOnAFreePort(List<InetAddress> addresses) throws CannotListenException {
        for (int tries = 1; ; tries++) {
            Channel first = open(addresses.get(0), 0);
            int port = ((InetSocketAddress) first.localAddress()).getPort();
            List<Channel> open = new ArrayList<>(List.of(first));
            try {
                open.addAll(open(addresses.subList(1, addresses.size()), port));
                return open;
            } catch (CannotListenException e) {
                close(open);
                if (tries == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    private List<Channel> open(List<InetAddress> addresses, int port) throws CannotListenException {
        List<Channel> open = new ArrayList<>();
        try {
            for (InetAddress address : addresses) {
                open.add(open(address, port));
            }
            return open;
        } catch (CannotListenException e) {
            close(open);
            throw e;
        }
    }

    private Channel open(InetAddress address, int port) throws CannotListenException {
        InetSocketAddress where = new InetSocketAddress(address, port);
        ChannelFuture bound = bootstrap.bind(where).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new CannotListenException(NetUtil.toSocketAddressString(where), bound.cause());
        }
        return bound.channel();
    }

    private static void close(List<Channel> channels) {
        channels.forEach(channel -> channel.close().awaitUninterruptibly());
    }
}
