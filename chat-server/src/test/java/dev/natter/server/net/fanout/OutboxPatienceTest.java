package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a slow reader may take, and how long others wait for it. A stall is 30 seconds here. */
final class OutboxPatienceTest {

    /** More than a channel takes before it says that it is not writable. */
    private static final int FULL = 128 * 1024;

    private static final int MAX_UNREAD = 400_000;
    private static final int BEHIND = MAX_UNREAD / 4;

    private final OneLoop loop = new OneLoop();
    private final Member alice = loop.member(MAX_UNREAD);
    private final Member bob = loop.member(MAX_UNREAD);

    @AfterEach
    void close() {
        alice.socket().close();
        bob.socket().close();
    }

    @Test
    void whoeverTakesNothingOfWhatOthersSayIsTooSlowAfterTheStall() {
        alice.socket().otherEndReadsNothing();
        isTold(1);
        alice.socket().passes(29);
        assertThat(alice.takeTold()).isEmpty();
        alice.socket().passes(1);
        assertThat(alice.takeTold()).containsExactly("is too slow");
        alice.socket().passes(100);
        assertThat(alice.takeTold()).isEmpty();
    }

    @Test
    void whoeverDribblesIsTooSlowToo() {
        alice.socket().otherEndReadsNothing();
        isTold(FULL);
        for (int second = 0; second < 29; second++) {
            alice.socket().otherEndReads(1);
            alice.socket().passes(1);
        }
        assertThat(alice.takeTold()).isEmpty();
        alice.socket().passes(1);
        assertThat(alice.takeTold()).containsExactly("is too slow");
    }

    @Test
    void whoeverReadsSlowlyButSteadilyIsNot() {
        alice.socket().otherEndReadsNothing();
        isTold(FULL);
        for (int second = 0; second < 100; second++) {
            alice.socket().otherEndReads(Patience.LEAST_BYTES);
            alice.socket().passes(1);
        }
        assertThat(alice.takeTold()).isEmpty();
    }

    @Test
    void aPauseCountsFromItsBeginning() {
        alice.socket().otherEndReadsNothing();
        isTold(FULL);
        alice.socket().passes(20);
        alice.socket().otherEndReadsAll();
        alice.socket().passes(20);
        alice.socket().otherEndReadsNothing();
        isTold(FULL);
        alice.socket().passes(29);
        assertThat(alice.takeTold()).isEmpty();
        alice.socket().passes(1);
        assertThat(alice.takeTold()).containsExactly("is too slow");
    }

    @Test
    void onesOwnRepliesMayWaitForEver() {
        alice.socket().otherEndReadsNothing();
        for (int i = 0; i < 10; i++) {
            alice.gets("y".repeat(FULL));
            loop.drains();
        }
        alice.socket().passes(1000);
        assertThat(alice.takeTold()).doesNotContain("is too slow");
    }

    @Test
    void withOnlyRepliesLeftOfWhatWaitsThereIsTimeAgain() {
        alice.socket().otherEndReadsNothing();
        isTold(10);
        alice.gets("y".repeat(FULL));
        loop.drains();
        alice.socket().passes(20);
        alice.socket().otherEndReads(10);
        alice.socket().passes(1000);
        assertThat(alice.takeTold()).doesNotContain("is too slow");
    }

    @Test
    void othersWaitWhileAReaderWhoDoesReadIsBehind() {
        alice.socket().otherEndReadsNothing();
        isTold(FULL);
        isTold(BEHIND);
        assertThat(alice.isBehind()).as("just not yet").isFalse();
        isTold(1);
        assertThat(alice.isBehind()).isTrue();
        for (int second = 0; second < 3; second++) {
            alice.socket().otherEndReads(Patience.GOOD_BYTES);
            alice.socket().passes(1);
            assertThat(alice.isBehind()).as("in second %d", second).isTrue();
        }
        alice.socket().otherEndReads(FULL + BEHIND / 2);
        assertThat(alice.isBehind()).as("with half of it left").isFalse();
    }

    @Test
    void nobodyWaitsLongForAReaderWhoDoesNotRead() {
        alice.socket().otherEndReadsNothing();
        isTold(FULL);
        isTold(BEHIND + 1);
        alice.socket().passes(4);
        assertThat(alice.isBehind()).isTrue();
        alice.socket().passes(1);
        assertThat(alice.isBehind()).isFalse();
        isTold(1);
        assertThat(alice.isBehind()).isFalse();
        alice.socket().otherEndReads(Patience.GOOD_BYTES);
        alice.socket().passes(1);
        assertThat(alice.isBehind()).as("reading again").isTrue();
    }

    @Test
    void nobodyWaitsForWhoeverIsGoneOrTooSlow() {
        alice.socket().otherEndReadsNothing();
        isTold(FULL);
        isTold(BEHIND + 1);
        assertThat(alice.isBehind()).isTrue();
        isTold(MAX_UNREAD);
        assertThat(alice.takeTold()).containsExactly("is too slow");
        assertThat(alice.isBehind()).isFalse();

        bob.socket().otherEndReadsNothing();
        bob.isTold("x".repeat(FULL));
        loop.drains();
        bob.isTold("x".repeat(BEHIND + 1));
        loop.drains();
        assertThat(bob.isBehind()).isTrue();
        bob.socket().close();
        assertThat(bob.isBehind()).isFalse();
    }

    private void isTold(int bytes) {
        alice.isTold("x".repeat(bytes));
        loop.drains();
    }
}
