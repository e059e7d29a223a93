package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How long the server waits for the other end of a connection that it ends. */
final class OrderlyCloseTest {

    /** In the time between two checks, a KiB a second. */
    private static final int SLOWLY = 5 * 1024;

    private static final int MUCH = 20 * SLOWLY;

    private final TestSocket socket = new TestSocket();
    private final Heard heard = new Heard();

    OrderlyCloseTest() {
        socket.pipeline().addLast(heard);
    }

    @Test
    void whoeverClosesTooIsGoneAtOnce() {
        begins("bye\n");
        assertThat(socket.takeReceived()).isEqualTo("bye\n");
        assertThat(socket.hasHeardAll()).isTrue();
        assertThat(socket.isOpen()).isTrue();
        socket.otherEndHasSaidAll();
        assertThat(socket.isOpen()).isFalse();
        assertThat(socket.hasPendingTasks()).isFalse();
    }

    @Test
    void whoeverHasClosedAlreadyIsGoneOnceAllIsSent() {
        socket.otherEndHasSaidAll();
        socket.otherEndReadsNothing();
        begins("bye\n");
        assertThat(socket.isOpen()).isTrue();
        socket.otherEndReadsAll();
        assertThat(socket.takeReceived()).isEqualTo("bye\n");
        assertThat(socket.isOpen()).isFalse();
    }

    @Test
    void whoeverClosesWhileSomethingIsLeftStillGetsIt() {
        socket.otherEndReadsNothing();
        begins("bye\n");
        socket.otherEndHasSaidAll();
        assertThat(socket.isOpen()).isTrue();
        socket.otherEndReadsAll();
        assertThat(socket.takeReceived()).isEqualTo("bye\n");
        assertThat(socket.isOpen()).isFalse();
    }

    @Test
    void whoeverHasGotAllHasFiveToTenSecondsToClose() {
        socket.otherEndReadsNothing();
        begins("bye\n");
        socket.passes(19);
        socket.otherEndReadsAll();
        socket.passes(5);
        assertThat(socket.isOpen()).isTrue();
        socket.passes(1);
        assertThat(socket.isOpen()).isFalse();
    }

    @Test
    void whoeverReadsNothingHasHalfAMinute() {
        socket.otherEndReadsNothing();
        begins("x".repeat(MUCH));
        socket.passes(34);
        assertThat(socket.isOpen()).isTrue();
        socket.passes(1);
        assertThat(socket.isOpen()).isFalse();
        assertThat(socket.hasHeardAll()).isFalse();
    }

    @Test
    void whoeverReadsSlowlyIsWaitedFor() {
        socket.otherEndReadsNothing();
        begins("x".repeat(MUCH));
        for (int read = 0; read < MUCH; read += SLOWLY) {
            assertThat(socket.isOpen()).isTrue();
            socket.passes(29);
            socket.otherEndReads(SLOWLY);
        }
        assertThat(socket.takeReceived()).hasSize(MUCH);
        assertThat(socket.hasHeardAll()).isTrue();
    }

    @Test
    void whoeverDribblesReadsNothing() {
        socket.otherEndReadsNothing();
        begins("x".repeat(MUCH));
        for (int second = 0; second < 35; second++) {
            assertThat(socket.isOpen()).isTrue();
            socket.otherEndReads(10);
            socket.passes(1);
        }
        assertThat(socket.isOpen()).isFalse();
    }

    @Test
    void whoeverStopsReadingIsWaitedForHalfAMinuteMore() {
        socket.otherEndReadsNothing();
        begins("x".repeat(MUCH));
        socket.passes(28);
        socket.otherEndReads(SLOWLY);
        socket.passes(28);
        assertThat(socket.isOpen()).isTrue();
        socket.passes(7);
        assertThat(socket.isOpen()).isFalse();
    }

    @Test
    void whatWaitsOutsideOfTheChannelIsWaitedForToo() {
        long[] backlog = {MUCH};
        OrderlyClose close = new OrderlyClose(() -> backlog[0]);
        socket.pipeline().addFirst(close);
        for (int i = 0; i < 10; i++) {
            socket.passes(25);
            backlog[0] -= SLOWLY;
        }
        assertThat(socket.isOpen()).isTrue();
        backlog[0] = 0;
        socket.passes(10);
        assertThat(socket.isOpen()).isFalse();
    }

    @Test
    void whatStillComesIsReadAndForgotten() {
        begins("bye\n");
        ByteBuf late = Heard.bytes("MSG hello\n");
        socket.writeInbound(late);
        assertThat(late.refCnt()).isZero();
        assertThat(heard.takeRead()).isEmpty();
    }

    @Test
    void readingGoesOnThoughItHadStopped() {
        socket.config().setAutoRead(false);
        begins("bye\n");
        assertThat(socket.config().isAutoRead()).isTrue();
    }

    @Test
    void whoeverResetsIsGoneAtOnce() {
        begins("bye\n");
        socket.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        assertThat(socket.isOpen()).isFalse();
        socket.checkException();
    }

    @Test
    void whoeverCannotBeWrittenToIsGoneAtOnce() {
        socket.otherEndVanishes();
        begins("bye\n");
        assertThat(socket.isOpen()).isFalse();
    }

    @Test
    void nothingIsLeftBehindByAChannelThatIsClosed() {
        begins("bye\n");
        socket.close();
        socket.passes(60);
        assertThat(socket.hasPendingTasks()).isFalse();
    }

    private void begins(String lastWords) {
        socket.write(Heard.bytes(lastWords));
        OrderlyClose.begin(socket.pipeline().lastContext());
    }
}
