package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.name.Nick;
import dev.natter.server.core.Session;
import dev.natter.server.net.fanout.TestSocket;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever is too fast is slowed, and nothing of what they sent is lost. A line a second here, and five at once. */
final class PaceTest {

    private static final int BURST = 5;

    private final PipelineUnderTest pipeline = new PipelineUnderTest(100_000, new Pace(1, BURST));
    private final TestSocket alice = pipeline.connects();

    @Test
    void aBurstIsCarriedOutAtOnceAndTheRestLineByLine() {
        passes(BURST); // since the line that it was welcomed with
        PipelineUnderTest.sends(alice, pings(1, 20));
        pipeline.work(alice);
        assertThat(alice.takeReceived()).isEqualTo(pongs(1, BURST));
        for (int i = BURST + 1; i <= 20; i++) {
            passes(1);
            assertThat(alice.takeReceived()).isEqualTo(pongs(i, i));
        }
        assertThat(alice.config().isAutoRead()).as("until the next may come").isFalse();
        passes(1);
        assertThat(alice.config().isAutoRead()).isTrue();
    }

    @Test
    void whatIsOverTheRateIsNotEvenRead() {
        PipelineUnderTest.sends(alice, pings(1, 20));
        pipeline.work(alice);
        assertThat(alice.config().isAutoRead()).isFalse();
    }

    @Test
    void linesThatAskForNothingCountToo() {
        PipelineUnderTest.sends(alice, "\n".repeat(BURST) + "PING 1\n");
        pipeline.work(alice);
        assertThat(alice.takeReceived()).isEmpty();
        passes(2);
        assertThat(alice.takeReceived()).isEqualTo(pongs(1, 1));
    }

    @Test
    void theEndOfInputWaitsItsTurn() {
        PipelineUnderTest.sends(alice, pings(1, 10));
        alice.otherEndHasSaidAll();
        pipeline.work(alice);
        assertThat(pipeline.ended()).isZero();
        passes(10);
        assertThat(alice.takeReceived()).isEqualTo(pongs(1, 10));
        assertThat(pipeline.ended()).isEqualTo(1);
    }

    @Test
    void whoeverIsThrownOutGoesAtOnceAndWhatTheySentIsForNobody() {
        PipelineUnderTest.sends(alice, pings(1, 10_000));
        pipeline.work(alice);
        alice.takeReceived();
        Session session = pipeline.chat().person(Nick.of("guest1"));
        pipeline.chat().kill(session, Nick.SERVER, null);
        pipeline.work(alice);
        assertThat(alice.takeReceived()).isEqualTo("[server] you were killed by server\n");
        assertThat(alice.hasHeardAll()).isTrue();
        passes(1);
        assertThat(alice.config().isAutoRead()).as("nothing is held back").isTrue();
    }

    @Test
    void whoeverIsFoundToBeResetWhileTheyWaitIsGoneAtOnce() {
        PipelineUnderTest.sends(alice, pings(1, 10_000));
        alice.otherEndHasSaidAll();
        pipeline.work(alice);
        assertThat(pipeline.ended()).isZero();
        alice.otherEndVanishes();
        passes(1); // the next answer finds out
        assertThat(pipeline.ended()).isEqualTo(1);
        assertThat(pipeline.chat().online()).isZero();
    }

    @Test
    void whoeverHasHungUpForGoodIsStillCarriedOut() {
        PipelineUnderTest.sends(alice, pings(1, 10));
        alice.otherEndHasSaidAll();
        alice.otherEndIsClosed();
        passes(4);
        assertThat(pipeline.ended()).isZero();
        passes(6);
        assertThat(pipeline.ended()).isEqualTo(1);
    }

    @Test
    void aConnectionThatBreaksIsGoneAtOnce() {
        PipelineUnderTest.sends(alice, pings(1, 10));
        pipeline.work(alice);
        alice.close();
        pipeline.work(alice);
        assertThat(pipeline.ended()).isEqualTo(1);
        passes(100);
        assertThat(pipeline.chat().online()).isZero();
    }

    private void passes(int seconds) {
        for (int i = 0; i < seconds; i++) {
            alice.passes(1);
            pipeline.work(alice);
        }
    }

    private static String pings(int from, int to) {
        return lines("PING %d\n", from, to);
    }

    private static String pongs(int from, int to) {
        return lines("[server] pong %d\n", from, to);
    }

    private static String lines(String format, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(format::formatted).collect(Collectors.joining());
    }
}
