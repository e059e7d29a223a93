package dev.natter.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Request;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CommandDecoderTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new CommandDecoder());

    @AfterEach
    void close() {
        assertThat(channel.finish()).isFalse();
    }

    @Test
    void aLineBecomesTheCommandThatItAsksFor() {
        assertThat(decoded(new Line.Text("msg hello "))).isEqualTo(new Command.Say("hello "));
    }

    @Test
    void aLineOfBlanksIsBlank() {
        assertThat(decoded(new Line.Text(" \t"))).isEqualTo(new Request.Blank());
    }

    @Test
    void aLineThatIsNoCommandIsMalformed() {
        assertThat(decoded(new Line.Text("msg")))
                .isEqualTo(
                        new Request.Malformed("MSG", ErrorCode.MISSING_ARGUMENT, "an argument is missing: MSG text"));
    }

    @Test
    void aLineThatIsTooLongIsMalformedAndOfNoVerb() {
        assertThat(decoded(new Line.TooLong()))
                .isEqualTo(new Request.Malformed(null, ErrorCode.LINE_TOO_LONG, "a line has at most 8192 bytes"));
    }

    @Test
    void aLineThatCannotBeReadIsMalformedAndOfNoVerb() {
        assertThat(decoded(new Line.BadEncoding()))
                .isEqualTo(new Request.Malformed(null, ErrorCode.BAD_ENCODING, "the line is not valid UTF-8"));
    }

    @Test
    void whatIsNoLinePassesBy() {
        assertThat(decoded(TimingMark.REQUESTED)).isSameAs(TimingMark.REQUESTED);
    }

    @Test
    void oneDecoderServesAllConnections() {
        assertThat(CommandDecoder.class).hasAnnotation(Sharable.class);
    }

    @Test
    void aTimingMarkIsAnsweredWithWont() {
        assertThat(TimingMark.REQUESTED.answer()).containsExactly(0xFF, 0xFC, 0x06);
    }

    private Object decoded(Object message) {
        channel.writeInbound(message);
        return channel.readInbound();
    }
}
