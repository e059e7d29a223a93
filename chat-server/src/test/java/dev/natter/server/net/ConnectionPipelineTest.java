package dev.natter.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ErrorLog;
import dev.natter.server.net.fanout.TestSocket;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One connection, from its socket through the chat and back. */
final class ConnectionPipelineTest {

    private static final int MANY = 10_000;

    private final PipelineUnderTest pipeline = new PipelineUnderTest(100_000);

    @Test
    void linesThatCameInOneReadAreAnsweredInOrder() {
        TestSocket alice = pipeline.connects();
        PipelineUnderTest.sends(alice, "PING 1\nFOO\nPING 2\n");
        pipeline.work(alice);
        assertThat(alice.takeReceived()).isEqualTo("""
                        [server] pong 1
                        [server] error: unknown command "FOO"; HELP lists the commands
                        [server] pong 2
                        """);
    }

    @Test
    void readingStopsWhileTheChatIsBehindAndNothingIsLost() {
        TestSocket alice = pipeline.connects();
        PipelineUnderTest.sends(alice, pings(MANY));
        assertThat(alice.config().isAutoRead()).isFalse();
        pipeline.work(alice);
        assertThat(alice.config().isAutoRead()).isTrue();
        assertThat(alice.takeReceived()).isEqualTo(pongs(MANY));
    }

    @Test
    void readingStopsWhileRepliesAreNotReadAndNothingIsLost() {
        TestSocket alice = pipeline.connects();
        alice.otherEndReadsNothing();
        PipelineUnderTest.sends(alice, pings(MANY));
        pipeline.work(alice);
        assertThat(alice.config().isAutoRead()).isFalse();
        assertThat(alice.isOpen()).isTrue();
        while (!alice.config().isAutoRead()) {
            alice.otherEndReads(10_000);
            pipeline.work(alice);
        }
        alice.otherEndReadsAll();
        pipeline.work(alice);
        assertThat(alice.takeReceived()).isEqualTo(pongs(MANY));
    }

    @Test
    void atTheEndOfInputEverythingIsAnsweredAndThenComesTheFin() {
        TestSocket alice = pipeline.connects();
        PipelineUnderTest.sends(alice, pings(MANY) + "PING last");
        alice.otherEndHasSaidAll();
        pipeline.work(alice);
        assertThat(alice.takeReceived()).isEqualTo(pongs(MANY) + "[server] pong last\n");
        assertThat(alice.isOpen()).isFalse();
        assertThat(pipeline.chat().online()).isZero();
        assertThat(pipeline.ended()).isEqualTo(1);
    }

    @Test
    void theEndOfInputDoesNotOvertakeRepliesThatAreNotRead() {
        TestSocket alice = pipeline.connects();
        alice.otherEndReadsNothing();
        PipelineUnderTest.sends(alice, pings(MANY));
        alice.otherEndHasSaidAll();
        pipeline.work(alice);
        assertThat(pipeline.chat().online()).isEqualTo(1);
        for (int read = 0; read < 100 && alice.isOpen(); read++) {
            alice.otherEndReads(10_000);
            pipeline.work(alice);
        }
        assertThat(alice.takeReceived()).isEqualTo(pongs(MANY));
        assertThat(alice.isOpen()).isFalse();
    }

    @Test
    void whoeverLeavesWithoutAWordWasWelcomedAllTheSame() {
        TestSocket alice = pipeline.opens();
        alice.otherEndHasSaidAll();
        pipeline.work(alice);
        assertThat(alice.takeReceived()).startsWith("[server] Welcome to natter. You are guest1");
        assertThat(alice.isOpen()).isFalse();
        assertThat(pipeline.chat().online()).isZero();
    }

    @Test
    void whatWasReceivedBeforeAResetIsCarriedOut() {
        TestSocket bob = pipeline.connects();
        TestSocket alice = pipeline.connects();
        pipeline.work(bob);
        bob.takeReceived();
        alice.pipeline().fireChannelRead(Unpooled.copiedBuffer("MSG last words\n", UTF_8));
        alice.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        pipeline.work(alice, bob);
        assertThat(bob.takeReceived())
                .isEqualTo("[guest2] last words\n[server] guest2 left #lobby (1 online, connection lost)\n");
        assertThat(alice.isOpen()).isFalse();
        assertThat(pipeline.ended()).isEqualTo(1);
        assertThat(ErrorLog.take()).isEmpty();
    }

    @Test
    void aConnectionThatIsJustGoneIsLost() {
        TestSocket bob = pipeline.connects();
        TestSocket alice = pipeline.connects();
        pipeline.work(bob);
        bob.takeReceived();
        alice.close();
        pipeline.work(alice, bob);
        assertThat(bob.takeReceived()).isEqualTo("[server] guest2 left #lobby (1 online, connection lost)\n");
        assertThat(pipeline.ended()).isEqualTo(1);
    }

    @Test
    void aFaultOfOursEndsItsOwnConnectionAndIsLoggedOnce() {
        TestSocket alice = pipeline.connects();
        IllegalStateException fault = new IllegalStateException("a bug");
        fault.setStackTrace(new StackTraceElement[0]);
        alice.pipeline().fireExceptionCaught(fault);
        pipeline.work(alice);
        assertThat(alice.isOpen()).isFalse();
        assertThat(ErrorLog.take())
                .containsExactly("dev.natter.server.net.ConnectionHandler: connection 1 (an address) failed");
    }

    @Test
    void whoeverDoesNotReadWhatOthersSayIsTooSlow() {
        TestSocket slow = pipeline.connects();
        TestSocket bob = pipeline.connects();
        pipeline.work(slow);
        slow.takeReceived();
        slow.otherEndReadsNothing();
        while (pipeline.ended() == 0) {
            PipelineUnderTest.sends(bob, "MSG " + "x".repeat(1990) + "\n");
            pipeline.work(slow, bob);
            slow.passes(5); // longer nobody waits for it
            pipeline.work(slow, bob);
        }
        assertThat(bob.takeReceived()).isEqualTo("[server] guest1 left #lobby (1 online, too slow)\n");
        slow.otherEndReadsAll();
        assertThat(slow.takeReceived()).endsWith("x\n[server] closing: too slow\n");
        assertThat(slow.hasHeardAll()).isTrue();
        assertThat(pipeline.ended()).isEqualTo(1);
    }

    @Test
    void aTimingMarkIsAnsweredInItsPlace() {
        TestSocket alice = pipeline.connects();
        alice.writeInbound(
                Unpooled.wrappedBuffer("PING 1\n".getBytes(UTF_8), timingMark(), "PING 2\n".getBytes(UTF_8)));
        pipeline.work(alice);
        assertThat(alice.takeReceivedBytes())
                .startsWith("[server] pong 1\n".getBytes(UTF_8))
                .endsWith("[server] pong 2\n".getBytes(UTF_8))
                .containsSequence(255, 252, 6);
    }

    @Test
    void timingMarksAreHeldUpLikeLines() {
        TestSocket alice = pipeline.connects();
        for (int i = 0; i < 1000; i++) {
            alice.writeInbound(Unpooled.wrappedBuffer(timingMark()));
        }
        pipeline.work(alice);
        assertThat(alice.takeReceivedBytes()).hasSize(3000);
        assertThat(alice.config().isAutoRead()).isTrue();
    }

    @Test
    void aRefusalWaitsForTheFirstLineAndThenIsOrderly() {
        TestSocket refused = pipeline.isRefused("too many connections");
        assertThat(refused.takeReceived()).isEmpty();
        PipelineUnderTest.sends(refused, "FORMAT JSON\nPING\n");
        assertThat(refused.takeReceived())
                .isEqualTo("{\"type\":\"error\",\"command\":null,\"code\":\"too-many-connections\","
                        + "\"message\":\"too many connections\"}\n");
        assertThat(refused.hasHeardAll()).isTrue();
        assertThat(refused.isOpen()).isTrue();
        refused.otherEndHasSaidAll();
        assertThat(refused.isOpen()).isFalse();
        assertThat(pipeline.chat().online()).isZero();
    }

    @Test
    void aRefusalReachesThoseWhoSayNothing() {
        TestSocket refused = pipeline.isRefused("too many connections");
        refused.otherEndHasSaidAll();
        assertThat(refused.takeReceived()).isEqualTo("[server] error: too many connections\n");
        assertThat(refused.isOpen()).isFalse();
    }

    private static byte[] timingMark() {
        return new byte[] {(byte) 255, (byte) 253, 6};
    }

    private static String pings(int count) {
        return IntStream.range(0, count).mapToObj(i -> "PING " + i + "\n").collect(Collectors.joining());
    }

    private static String pongs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "[server] pong " + i + "\n")
                .collect(Collectors.joining());
    }
}
