package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ListenersTest {

    private static final int ANY = 0;

    private @Nullable EventLoopGroup loops;

    private final Queue<Channel> opened = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<InetSocketAddress> arrivals = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        if (loops != null) {
            loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFreePortIsTheSameOnAllAddresses(Transport transport) throws Exception {
        Listeners listeners = listeners(transport);
        List<Channel> open = listeners.open(bothFamilies(), List.of(ANY));
        assertThat(open).hasSize(2);
        int port = port(open.get(0));
        assertThat(port).isPositive();
        assertThat(open).allMatch(channel -> port(channel) == port);
        for (InetAddress address : bothFamilies()) {
            assertThat(whoArrivesAt(address, port)).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachAddressIsListenedOnWithEachPort(Transport transport) throws Exception {
        Listeners listeners = listeners(transport);
        List<Channel> open = listeners.open(bothFamilies(), List.of(ANY, ANY));
        assertThat(open).hasSize(4);
        assertThat(open.stream().map(ListenersTest::port).distinct()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void everyInterfaceIsBothFamiliesOnOneSocket(Transport transport) throws Exception {
        Listeners listeners = listeners(transport);
        List<Channel> open = listeners.open(List.of(everyInterface()), List.of(ANY));
        assertThat(open).hasSize(1);
        for (InetAddress address : bothFamilies()) {
            // An IPv4 address that arrives as such, not mapped into IPv6: it is shown, and counts, as what it is.
            assertThat(whoArrivesAt(address, port(open.get(0)))).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPortInUseIsNamedAndNothingStaysOpen(Transport transport) throws Exception {
        Listeners listeners = listeners(transport);
        try (ServerSocket other = new ServerSocket(0, 1, NetUtil.LOCALHOST4)) {
            int port = other.getLocalPort();
            List<InetAddress> freeOneFirst = List.of(NetUtil.LOCALHOST6, NetUtil.LOCALHOST4);
            assertThatThrownBy(() -> listeners.open(freeOneFirst, List.of(ANY, port)))
                    .isInstanceOf(CannotListenException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + port + ": address already in use");
            assertThat(opened).hasSizeGreaterThanOrEqualTo(4);
            await().untilAsserted(() -> assertThat(opened).noneMatch(Channel::isOpen));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressOfAnotherMachineIsNamed(Transport transport) {
        Listeners listeners = listeners(transport);
        InetAddress documentation = NetUtil.createInetAddressFromIpAddressString("192.0.2.1");
        assertThatThrownBy(() -> listeners.open(List.of(documentation), List.of(ANY)))
                .isInstanceOf(CannotListenException.class)
                .hasMessage("cannot listen on 192.0.2.1:0: cannot assign requested address");
    }

    private Listeners listeners(Transport transport) {
        assumeTrue(transport != Transport.EPOLL || Epoll.isAvailable());
        loops = new MultiThreadIoEventLoopGroup(1, transport.ioHandler());
        return new Listeners(new ServerBootstrap()
                .group(loops)
                .channel(transport.serverChannel())
                .handler(new Opening())
                .childHandler(new Arrival()));
    }

    private final class Opening extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            opened.add(channel);
        }
    }

    private final class Arrival extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            arrivals.add((InetSocketAddress) channel.remoteAddress());
            channel.close();
        }
    }

    private InetAddress whoArrivesAt(InetAddress address, int port) throws IOException, InterruptedException {
        new Socket(address, port).close();
        InetSocketAddress arrival = arrivals.poll(10, TimeUnit.SECONDS);
        assertThat(arrival).as("arrival from %s", address).isNotNull();
        return arrival.getAddress();
    }

    private static List<InetAddress> bothFamilies() {
        List<InetAddress> loopback = Listeners.loopback();
        assumeTrue(loopback.size() == 2, "this machine has no IPv6");
        return loopback;
    }

    private static InetAddress everyInterface() {
        return new InetSocketAddress(0).getAddress();
    }

    private static int port(Channel channel) {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }
}
