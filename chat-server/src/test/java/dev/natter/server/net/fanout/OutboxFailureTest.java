package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The other end is gone: nothing more is sent, and what it said before is still read. */
final class OutboxFailureTest {

    private static final int FULL = 128 * 1024;

    private final OneLoop loop = new OneLoop();
    private final Member alice = loop.member(10_000);
    private final Heard heard = new Heard();

    OutboxFailureTest() {
        alice.socket().pipeline().addLast(heard);
    }

    @Test
    void aFailedWriteEndsTheOutputAndNotTheInput() {
        alice.socket().otherEndVanishes();
        alice.isTold("hello\n");
        loop.drains();
        assertThat(alice.socket().isOpen()).isTrue();
        alice.socket().writeInbound(Heard.bytes("MSG last words\n"));
        assertThat(heard.takeRead()).containsExactly("MSG last words\n");
        alice.socket().checkException();
    }

    @Test
    void repliesCountAsSentSoThatWhatItSaidIsCarriedOut() {
        alice.socket().otherEndReadsNothing();
        alice.gets("x".repeat(FULL));
        loop.drains();
        alice.gets("x".repeat(FULL));
        loop.drains();
        assertThat(alice.connection().hasRoom()).isFalse();
        alice.socket().otherEndVanishes();
        assertThat(alice.connection().hasRoom()).isTrue();
        assertThat(alice.takeTold()).containsExactly("has room", "is reset", "has room");
        alice.gets("x".repeat(FULL));
        loop.drains();
        assertThat(alice.connection().hasRoom()).isTrue();
    }

    @Test
    void whoeverIsGoneIsNotTooSlow() {
        alice.socket().otherEndVanishes();
        for (int i = 0; i < 10; i++) {
            alice.isTold("x".repeat(FULL));
            loop.drains();
        }
        assertThat(alice.takeTold()).containsExactly("is reset");
    }

    @Test
    void whoeverClosesTooEarlyToHearTheRestIsNotLost() {
        alice.socket().otherEndIsClosed();
        alice.isTold("hello\n");
        loop.drains();
        alice.isTold("hello\n");
        loop.drains();
        assertThat(alice.takeTold()).isEmpty();
    }

    @Test
    void theEndOfTheChannelReleasesWhatWaited() {
        alice.socket().otherEndReadsNothing();
        alice.gets("x".repeat(FULL));
        alice.gets("y".repeat(FULL));
        loop.drains();
        alice.socket().close();
        assertThat(alice.takeTold()).contains("has room");
        assertThat(Buffers.areReleased(alice.socket().takeWrites())).isTrue();
    }

    @Test
    void closingAfterAFailedWriteClosesAtOnce() {
        alice.socket().otherEndVanishes();
        alice.isTold("hello\n");
        loop.drains();
        alice.closes();
        loop.drains();
        assertThat(alice.socket().isOpen()).isFalse();
    }
}
