package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A connection that the server ends gets all that was said to it, and then a FIN. */
final class OutboxCloseTest {

    private static final int FULL = 128 * 1024;

    private final OneLoop loop = new OneLoop();
    private final Member alice = loop.member();

    @Test
    void theFinStandsBehindAllThatWasSaid() {
        alice.gets("reply\n");
        alice.isTold("told\n");
        alice.closes();
        assertThat(alice.socket().hasHeardAll()).isFalse();
        loop.drains();
        alice.received("reply\ntold\n");
        assertThat(alice.socket().hasHeardAll()).isTrue();
        assertThat(alice.socket().isOpen())
                .as("until the other end has closed too")
                .isTrue();
        alice.socket().otherEndHasSaidAll();
        assertThat(alice.socket().isOpen()).isFalse();
    }

    @Test
    void itWaitsForWhatWaits() {
        alice.socket().otherEndReadsNothing();
        alice.isTold("x".repeat(FULL));
        loop.drains();
        alice.isTold("behind\n");
        alice.closes();
        loop.drains();
        alice.socket().otherEndReads(FULL);
        assertThat(alice.socket().hasHeardAll()).isFalse();
        alice.socket().otherEndReadsAll();
        alice.received("x".repeat(FULL) + "behind\n");
        assertThat(alice.socket().hasHeardAll()).isTrue();
    }

    @Test
    void nothingIsSaidBehindTheClose() {
        LoopAudience audience = new LoopAudience(loop.fanOut());
        alice.joins(audience);
        alice.leaves(audience);
        alice.closes();
        alice.isTold("told\n");
        alice.gets("reply\n");
        alice.closes();
        alice.endsWith("last words\n");
        loop.drains();
        alice.received("");
        assertThat(alice.socket().hasHeardAll()).isTrue();
    }

    @Test
    void lastWordsStandBehindAllThatWasSaid() {
        LoopAudience audience = new LoopAudience(loop.fanOut());
        Member bob = loop.member().joins(audience);
        alice.joins(audience);
        bob.says(audience, "bob's\n");
        alice.gets("reply\n");
        alice.says(audience, "alice's\n");
        alice.endsWith("last words\n");
        bob.endsWith("last words\n");
        loop.drains();
        alice.received("bob's\nreply\nlast words\n");
        bob.received("alice's\nlast words\n");
        assertThat(alice.socket().hasHeardAll()).isTrue();
    }

    @Test
    void repliesBehindTheCloseCountAsSent() {
        alice.closes();
        alice.gets("x".repeat(FULL));
        loop.drains();
        assertThat(alice.connection().hasRoom()).isTrue();
    }

    @Test
    void whatTheOtherEndStillSaysIsNotLookedAt() {
        Heard heard = new Heard();
        alice.socket().pipeline().addLast(heard);
        alice.closes();
        loop.drains();
        alice.socket().writeInbound(Heard.bytes("MSG hello\n"));
        assertThat(heard.takeRead()).isEmpty();
    }

    @Test
    void itIsOverAtOnceIfTheOtherEndHasSaidAll() {
        alice.socket().otherEndHasSaidAll();
        alice.gets("reply\n");
        alice.closes();
        loop.drains();
        alice.received("reply\n");
        assertThat(alice.socket().isOpen()).isFalse();
    }

    @Test
    void aConnectionThatIsGoneCanBeClosedAndToldThings() {
        alice.socket().close();
        alice.isTold("told\n");
        alice.gets("x".repeat(FULL));
        alice.closes();
        alice.endsWith("last words\n");
        loop.drains();
        alice.gets("x".repeat(FULL));
        loop.drains();
        alice.received("");
        assertThat(alice.connection().hasRoom()).isTrue();
    }

    @Test
    void theSessionsEndIsToldBeforeTheSocketIsClosed() {
        alice.connection().sessionEnds();
        assertThat(alice.takeTold()).containsExactly("session ends");
        assertThat(alice.socket().hasHeardAll()).isFalse();
        alice.connection().close();
        loop.drains();
        assertThat(alice.socket().hasHeardAll()).isTrue();
    }
}
