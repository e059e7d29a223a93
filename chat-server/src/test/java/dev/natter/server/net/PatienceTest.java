package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.natter.server.net.fanout.TestSocket;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

/** Whoever does not read for a while is not taken for somebody who has vanished. */
final class PatienceTest {

    private static final int HIGH_WATER_MARK = 64 * 1024;

    private final Transport transport = mock(Transport.class);
    private final TestSocket socket = new TestSocket();

    PatienceTest() {
        socket.pipeline().addLast(new Patience(transport, new KeepAlive(1, 2, 3)));
    }

    @Test
    void theSystemWaitsWhileOutputIsHeldUp() {
        socket.otherEndReadsNothing();
        socket.writeAndFlush(Unpooled.wrappedBuffer(new byte[HIGH_WATER_MARK + 1]));
        socket.runPendingTasks();
        assertThat(socket.isWritable()).isFalse();
        socket.otherEndReadsAll();
        var inOrder = inOrder(transport);
        inOrder.verify(transport).setPatience(socket, 0);
        inOrder.verify(transport).setPatience(socket, 7000);
        inOrder.verifyNoMoreInteractions();
    }

    @Test
    void nothingChangesForThoseWhoRead() {
        socket.writeAndFlush(Unpooled.wrappedBuffer(new byte[HIGH_WATER_MARK / 2]));
        socket.runPendingTasks();
        verifyNoInteractions(transport);
    }
}
