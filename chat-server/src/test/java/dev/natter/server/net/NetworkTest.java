package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.natter.server.ManualClock;
import dev.natter.server.command.Dispatcher;
import dev.natter.server.command.FakeControl;
import dev.natter.server.core.Chat;
import dev.natter.server.core.ChatLimits;
import dev.natter.server.net.fanout.Bounds;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkTest {

    private static final Pace NO_PACE = new Pace(0, 0);
    private static final Bounds NO_BOUNDS = new Bounds(0, Duration.ZERO);

    @TempDir
    private Path folder;

    private final Network network = new Network(1);

    @AfterEach
    void stop() throws Exception {
        network.close().get(10, TimeUnit.SECONDS);
    }

    @Test
    void anAdminSocketThatCannotBeHadLeavesNoPortOpen() throws Exception {
        int port = aFreePort();
        assertThatThrownBy(() -> open(port, folder.resolve("nowhere").resolve("admin")))
                .isInstanceOf(CannotListenException.class);
        assertFree(port);
    }

    @Test
    void aPortThatCannotBeHadLeavesNoAdminSocket() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, NetUtil.LOCALHOST4)) {
            assertThatThrownBy(() -> open(other.getLocalPort(), folder.resolve("admin")))
                    .isInstanceOf(CannotListenException.class);
        }
        assertThat(Files.exists(folder.resolve("admin"))).isFalse();
    }

    @Test
    void afterItHasStoppedListeningTheAddressesAreFree() throws Exception {
        List<InetSocketAddress> addresses = open(0, folder.resolve("admin"));
        assertThat(addresses)
                .singleElement()
                .satisfies(address -> assertThat(address.getPort()).isPositive());
        network.stopListening();
        assertFree(addresses.get(0).getPort());
        assertThat(Files.exists(folder.resolve("admin"))).isFalse();
    }

    @Test
    void withOneLoopTheChatLivesOnIt() {
        assertThat(network.owner()).isInstanceOf(EventLoop.class);
        Network larger = new Network(2);
        assertThat(larger.owner()).isNotInstanceOf(EventLoop.class);
        larger.close().join();
    }

    private List<InetSocketAddress> open(int port, @Nullable Path adminSocket) throws CannotListenException {
        Clock clock = new ManualClock();
        Chat chat = new Chat(clock, new ChatLimits(50, 1000), List.of(), network::newBroadcast);
        Dispatcher dispatcher = new Dispatcher(chat, new FakeControl(), null);
        return network.open(
                new Network.Settings(
                        List.of(NetUtil.LOCALHOST4),
                        List.of(port),
                        adminSocket,
                        null,
                        0,
                        0,
                        NO_PACE,
                        NO_BOUNDS,
                        KeepAlive.USUAL),
                chat,
                dispatcher,
                clock);
    }

    /** Awaited, for the JDK's own channels give their port back a little later than they say. */
    private static void assertFree(int port) {
        await().ignoreExceptions().untilAsserted(() -> new ServerSocket(port, 1, NetUtil.LOCALHOST4).close());
    }

    private static int aFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, NetUtil.LOCALHOST4)) {
            return socket.getLocalPort();
        }
    }
}
