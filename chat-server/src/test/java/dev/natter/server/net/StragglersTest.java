package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.server.net.fanout.TestSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sockets without a place: as many as may be, and no more. */
final class StragglersTest {

    private static final String WHY = "[server] error: too many connections\n";

    private final List<TestSocket> sockets = new ArrayList<>();
    private int most = 2;
    private final Stragglers stragglers = new Stragglers(() -> most, 3);

    @Test
    void asManyAsMayBeStayOpen() {
        arrive(2);
        assertThat(stillOpen()).containsExactly(true, true);
    }

    @Test
    void ofTooManyTheOldestAreCutOff() {
        arrive(4);
        assertThat(stillOpen()).containsExactly(false, false, true, true);
    }

    @Test
    void whoeverHasClosedDoesNotCount() {
        arrive(2);
        sockets.get(1).close();
        arrive(1);
        assertThat(stillOpen()).containsExactly(true, false, true);
    }

    @Test
    void thereMayBeFewerThanBefore() {
        arrive(2);
        most = 1;
        stragglers.cutOffTheOldest();
        sockets.forEach(TestSocket::runPendingTasks);
        assertThat(stillOpen()).containsExactly(false, true);
    }

    @Test
    void ofThoseWhoLeftFromOneNetworkThereAreFewer() {
        most = 100;
        leave("here", 4);
        leave("there", 3);
        assertThat(stillOpen()).containsExactly(false, true, true, true, true, true, true);
        sockets.get(1).close();
        leave("here", 1);
        assertThat(stillOpen()).containsExactly(false, false, true, true, true, true, true, true);
    }

    private void leave(String network, int count) {
        for (int i = 0; i < count; i++) {
            TestSocket socket = new TestSocket();
            sockets.add(socket);
            stragglers.addDeparted(socket, network);
            sockets.forEach(TestSocket::runPendingTasks);
        }
    }

    @Test
    void whoeverHasNotHeardYetWhyHearsItOnce() {
        most = 0;
        TestSocket refused = new TestSocket();
        refused.pipeline().addLast(new RefusalHandler(ErrorCode.TOO_MANY_CONNECTIONS, "too many connections"));
        stragglers.add(refused);
        refused.runPendingTasks();
        assertThat(refused.takeReceived()).isEqualTo(WHY);
        assertThat(refused.isOpen()).isFalse();
    }

    @Test
    void whoeverHasHeardItDoesNotHearItAgain() {
        TestSocket refused = new TestSocket();
        refused.pipeline()
                .addLast(new WelcomeWait(), new RefusalHandler(ErrorCode.TOO_MANY_CONNECTIONS, "too many connections"));
        stragglers.add(refused);
        refused.otherEndHasSaidAll();
        most = 0;
        stragglers.cutOffTheOldest();
        refused.runPendingTasks();
        assertThat(refused.takeReceived()).isEqualTo(WHY);
        assertThat(refused.isOpen()).isFalse();
    }

    private void arrive(int count) {
        for (int i = 0; i < count; i++) {
            TestSocket socket = new TestSocket();
            sockets.add(socket);
            stragglers.add(socket);
        }
        sockets.forEach(TestSocket::runPendingTasks);
    }

    private List<Boolean> stillOpen() {
        return sockets.stream().map(TestSocket::isOpen).toList();
    }
}
