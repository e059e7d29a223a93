package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.net.fanout.TestSocket;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever does not read for a while is not taken for somebody who has vanished. */
final class UserTimeoutTest {

    private static final int HIGH_WATER_MARK = 64 * 1024;

    private final List<Integer> settings = new ArrayList<>();
    private final TestSocket socket = new TestSocket();

    UserTimeoutTest() {
        socket.pipeline().addLast(new UserTimeout((channel, millis) -> settings.add(millis), new KeepAlive(1, 2, 3)));
    }

    @Test
    void theSystemWaitsWhileOutputIsHeldUp() {
        socket.otherEndReadsNothing();
        socket.writeAndFlush(Unpooled.wrappedBuffer(new byte[HIGH_WATER_MARK + 1]));
        socket.runPendingTasks();
        assertThat(settings).containsExactly(0);
        socket.otherEndReadsAll();
        assertThat(settings).containsExactly(0, 7000);
    }

    @Test
    void nothingChangesForThoseWhoRead() {
        socket.writeAndFlush(Unpooled.wrappedBuffer(new byte[HIGH_WATER_MARK / 2]));
        socket.runPendingTasks();
        assertThat(settings).isEmpty();
    }
}
