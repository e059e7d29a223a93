package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the socket does not take waits; what others say only up to a bound, replies without one. */
final class OutboxBacklogTest {

    /** More than a channel takes before it says that it is not writable. */
    private static final int FULL = 128 * 1024;

    private static final long MAX_UNREAD = 10_000;

    private final OneLoop loop = new OneLoop();
    private final Member alice = loop.member(MAX_UNREAD);
    private final List<ByteBuf> written = new ArrayList<>();

    @AfterEach
    void everyBufferIsReleased() {
        alice.socket().close();
        written.addAll(alice.socket().takeWrites());
        assertThat(Buffers.areReleased(written)).isTrue();
    }

    @Test
    void nothingIsLostWhileItWaitsAndTheOrderStays() {
        fillsUp();
        alice.gets("reply 1\n");
        alice.isTold("told\n");
        alice.gets("reply 2\n");
        loop.drains();
        alice.received("");
        alice.socket().otherEndReadsAll();
        alice.received("x".repeat(FULL) + "reply 1\ntold\nreply 2\n");
        assertThat(alice.takeTold()).isEmpty();
    }

    @Test
    void whatWaitsIsNotHandedOverBeforeThereIsRoom() {
        fillsUp();
        alice.isTold("told\n");
        loop.drains();
        int before = alice.socket().takeWrites().size();
        alice.socket().otherEndReads(10);
        assertThat(before).isEqualTo(1);
        assertThat(alice.socket().takeWrites()).isEmpty();
        assertThat(loop.fanOut().bytesSent()).isEqualTo(FULL);
        alice.socket().otherEndReadsAll();
        assertThat(loop.fanOut().bytesSent()).isEqualTo(FULL + 5);
    }

    @Test
    void whoeverReadsOnIsNeverTooSlow() {
        for (int i = 0; i < 100; i++) {
            alice.isTold("x".repeat((int) MAX_UNREAD));
            loop.drains();
        }
        assertThat(alice.takeTold()).isEmpty();
    }

    @Test
    void exactlyTheBoundMayBeUnread() {
        fillsUp();
        alice.isTold("y".repeat((int) MAX_UNREAD));
        loop.drains();
        assertThat(alice.takeTold()).isEmpty();
        alice.isTold("z");
        loop.drains();
        assertThat(alice.takeTold()).containsExactly("is too slow");
    }

    @Test
    void pastTheBoundTheListenerIsToldOnceAndNothingMoreIsHeard() {
        fillsUp();
        for (int i = 0; i < 5; i++) {
            alice.isTold("y".repeat((int) MAX_UNREAD));
            loop.drains();
        }
        assertThat(alice.takeTold()).containsExactly("is too slow");
        alice.socket().otherEndReadsAll();
        alice.received("x".repeat(FULL));
        alice.isTold("deaf\n");
        loop.drains();
        alice.received("");
        assertThat(alice.takeTold()).isEmpty();
    }

    @Test
    void whatAnAudienceSaysCountsLikeWhatAPersonSays() {
        LoopAudience audience = new LoopAudience(loop.fanOut());
        alice.joins(audience);
        fillsUp();
        loop.member().says(audience, "y".repeat((int) MAX_UNREAD + 1));
        loop.drains();
        assertThat(alice.takeTold()).containsExactly("is too slow");
    }

    @Test
    void repliesNeverMakeAnyoneTooSlow() {
        fillsUp();
        for (int i = 0; i < 100; i++) {
            alice.gets("y".repeat((int) MAX_UNREAD));
            loop.drains();
        }
        assertThat(alice.takeTold()).isEmpty();
        alice.isTold("z".repeat((int) MAX_UNREAD));
        loop.drains();
        assertThat(alice.takeTold()).isEmpty();
        alice.socket().otherEndReadsAll();
        assertThat(alice.takeTold()).containsExactly("has room");
        assertThat(alice.socket().takeReceived()).hasSize(FULL + 101 * (int) MAX_UNREAD);
    }

    @Test
    void whilePilesOfRepliesWaitNoMoreAreToBeMade() {
        fillsUp();
        assertThat(alice.connection().hasRoom()).isTrue();
        alice.gets("y".repeat(FULL));
        assertThat(alice.connection().hasRoom())
                .as("counted from where they are made")
                .isFalse();
        loop.drains();
        assertThat(alice.connection().hasRoom()).isFalse();
        alice.socket().otherEndReadsAll();
        assertThat(alice.connection().hasRoom()).isTrue();
        assertThat(alice.takeTold()).containsExactly("has room");
    }

    @Test
    void repliesToWhoeverIsTooSlowCountAsSent() {
        fillsUp();
        alice.gets("y".repeat(FULL));
        alice.isTold("z".repeat((int) MAX_UNREAD + 1));
        loop.drains();
        assertThat(alice.takeTold()).containsExactly("has room", "is too slow");
        alice.gets("y".repeat(FULL));
        loop.drains();
        assertThat(alice.connection().hasRoom()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, FULL})
    void whatWaitsKeepsNoTickAlive(int waiting) {
        alice.socket().otherEndReadsNothing();
        alice.isTold("x".repeat(waiting));
        loop.drains();
        Tick tick = new Tick(ByteBufAllocator.DEFAULT);
        tick.append(0, new byte[5_000]);
        ByteBuf all = tick.slice(0, 1);
        all.release();
        alice.socket().writeAndFlush(tick);
        assertThat(tick.refCnt()).isZero();
        assertThat(Buffers.root(all).refCnt()).isZero();
    }

    @Test
    void withoutABoundNobodyIsTooSlow() {
        Member patient = loop.member(0);
        patient.socket().otherEndReadsNothing();
        for (int i = 0; i < 100; i++) {
            patient.isTold("x".repeat(FULL));
        }
        loop.drains();
        assertThat(patient.takeTold()).isEmpty();
        patient.socket().otherEndReadsAll();
        assertThat(patient.socket().takeReceived()).hasSize(100 * FULL);
    }

    @Test
    void theLastWordsComeBehindWhatTheSocketHadAlready() {
        fillsUp();
        alice.isTold("y".repeat((int) MAX_UNREAD + 1));
        loop.drains();
        alice.isTold("never heard\n");
        alice.endsWith("too slow\n");
        loop.drains();
        alice.socket().otherEndReadsAll();
        alice.received("x".repeat(FULL) + "too slow\n");
        assertThat(alice.socket().hasHeardAll()).isTrue();
    }

    /** The other end stops reading, and the channel takes no more. */
    private void fillsUp() {
        alice.socket().otherEndReadsNothing();
        alice.isTold("x".repeat(FULL));
        loop.drains();
        assertThat(alice.socket().isWritable()).isFalse();
    }
}
