package dev.natter.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.codec.CommandDecoder;
import dev.natter.protocol.codec.LineDecoder;
import dev.natter.protocol.command.WireFormat;
import dev.natter.server.net.fanout.TestSocket;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection begins with its first line, or after a quarter of a second. */
final class WelcomeWaitTest {

    private static final String TEXT = "Greet[format=" + WireFormat.TEXT + "]";
    private static final String JSON = "Greet[format=" + WireFormat.JSON + "]";

    private final TestSocket socket = new TestSocket();
    private final List<String> happened = new ArrayList<>();

    WelcomeWaitTest() {
        socket.pipeline()
                .addLast(new LineDecoder(CommandDecoder.MAX_LINE))
                .addLast(new CommandDecoder())
                .addLast(new WelcomeWait())
                .addLast(new Last());
    }

    private final class Last extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            happened.add(msg.toString());
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            happened.add(event instanceof WelcomeWait.Greet ? event.toString() : "end of input");
        }
    }

    @Test
    void whoeverSaysNothingIsGreetedAfterAQuarterOfASecond() {
        passes(249);
        assertThat(happened).isEmpty();
        passes(1);
        assertThat(happened).containsExactly(TEXT);
        passes(1000);
        sends("PING\n");
        assertThat(happened).containsExactly(TEXT, "Ping[token=]");
    }

    @Test
    void theFirstLineEndsTheWaitAndIsCarriedOutBehindTheGreeting() {
        sends("PING 1\nPING 2\n");
        assertThat(happened).containsExactly(TEXT, "Ping[token=1]", "Ping[token=2]");
        passes(1000);
        assertThat(happened).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"FORMAT JSON, JSON", "format json, JSON", "FORMAT TEXT, TEXT"})
    void theFirstLineMayChooseTheFormatOfTheGreeting(String line, WireFormat format) {
        sends(line + "\n");
        assertThat(happened).containsExactly("Greet[format=" + format + "]", "ChooseFormat[format=" + format + "]");
    }

    @Test
    void aSecondLineIsTooLateForThat() {
        sends("PING\nFORMAT JSON\n");
        assertThat(happened).containsExactly(TEXT, "Ping[token=]", "ChooseFormat[format=JSON]");
    }

    @Test
    void aLineOfBlanksEndsTheWait() {
        sends(" \t\n");
        assertThat(happened).containsExactly(TEXT, "Blank[]");
    }

    @Test
    void aLineThatIsNoCommandEndsTheWait() {
        sends("FORMAT XML\n");
        assertThat(happened).hasSize(2).startsWith(TEXT);
    }

    @Test
    void halfALineDoesNot() {
        sends("FORMAT JS");
        assertThat(happened).isEmpty();
        passes(249);
        sends("ON\n");
        assertThat(happened).containsExactly(JSON, "ChooseFormat[format=JSON]");
    }

    @Test
    void halfALineIsNotWaitedForLongerThanNone() {
        sends("FORMAT JS");
        passes(250);
        assertThat(happened).containsExactly(TEXT);
        sends("ON\n");
        assertThat(happened).containsExactly(TEXT, "ChooseFormat[format=JSON]");
    }

    @Test
    void theEndOfInputEndsTheWait() {
        socket.otherEndHasSaidAll();
        assertThat(happened).containsExactly(TEXT, "end of input");
    }

    @Test
    void aFirstLineWithoutAnEndIsOneAtTheEndOfInput() {
        sends("FORMAT JSON");
        socket.otherEndHasSaidAll();
        assertThat(happened).containsExactly(JSON, "ChooseFormat[format=JSON]", "end of input");
    }

    @Test
    void aTimingMarkIsAnsweredAndIsNoLine() {
        sends("\u00FF\u00FD\u0006");
        assertThat(received()).isEqualTo("\u00FF\u00FC\u0006");
        assertThat(happened).isEmpty();
        sends("FORMAT JSON\n");
        assertThat(happened).containsExactly(JSON, "ChooseFormat[format=JSON]");
    }

    @Test
    void whoeverIsGoneBeforeIsNotGreeted() {
        socket.close();
        passes(1000);
        assertThat(happened).isEmpty();
        assertThat(socket.hasPendingTasks()).isFalse();
    }

    private String received() {
        return new String(socket.takeReceivedBytes(), ISO_8859_1);
    }

    private void sends(String bytes) {
        socket.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }

    private void passes(int millis) {
        for (int i = 0; i < millis; i++) {
            socket.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            socket.runScheduledPendingTasks();
        }
    }
}
