package dev.natter.protocol.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever gets a line may say "no more for now", and means the next line, not the next packet. */
final class LineDecoderPauseTest {

    private static final int MAX = 100;

    @Test
    void stopsInTheMiddleOfWhatWasRead() {
        Wire wire = new Wire(MAX).pausing().sends(bytes("a\nb\nc\n"));
        assertThat(wire.heard()).containsExactly("Text(\"a\")");
        wire.goesOn();
        assertThat(wire.heard()).containsExactly("Text(\"a\")", "Text(\"b\")");
        wire.goesOn();
        assertThat(wire.heard()).containsExactly("Text(\"a\")", "Text(\"b\")", "Text(\"c\")");
        wire.assertEverythingIsReleased();
    }

    @Test
    void whatArrivesWhilePausedComesBehindWhatIsHeld() {
        Wire wire = new Wire(MAX).pausing().sends(bytes("a\nb\nc"));
        wire.sends(bytes("c\n")).sends(bytes("")).sends(bytes("d\n"));
        assertThat(wire.heard()).containsExactly("Text(\"a\")");
        while (wire.isPaused()) {
            wire.goesOn();
        }
        assertThat(wire.heard()).containsExactly("Text(\"a\")", "Text(\"b\")", "Text(\"cc\")", "Text(\"d\")");
        wire.assertEverythingIsReleased();
    }

    @Test
    void theEndOfInputKeepsItsPlaceBehindTheLines() {
        Wire wire = new Wire(MAX).pausing().sends(bytes("a\nb\nlast")).endsInput();
        assertThat(wire.heard()).containsExactly("Text(\"a\")");
        while (wire.isPaused()) {
            wire.goesOn();
        }
        assertThat(wire.heard()).containsExactly("Text(\"a\")", "Text(\"b\")", "Text(\"last\")", "end");
    }

    @Test
    void theEndOfInputWaitsEvenIfNothingElseDoes() {
        Wire wire = new Wire(MAX).pausing().sends(bytes("a\n")).endsInput();
        assertThat(wire.heard()).containsExactly("Text(\"a\")");
        wire.goesOn();
        assertThat(wire.heard()).containsExactly("Text(\"a\")", "end");
    }

    @Test
    void theEndOfInputIsToldOnce() {
        Wire wire = new Wire(MAX).sends(bytes("a")).endsInput();
        wire.channel().read();
        wire.channel().config().setAutoRead(false);
        wire.goesOn();
        assertThat(wire.heard()).containsExactly("Text(\"a\")", "end");
    }

    @Test
    void whatIsNoEndOfInputPassesAtOnce() {
        Wire wire = new Wire(MAX).sends(bytes("a"));
        wire.channel().pipeline().fireUserEventTriggered("an event");
        assertThat(wire.heard()).containsExactly("an event");
    }

    @Test
    void asksForNoMoreWhileItHoldsSomethingBack() {
        Wire wire = new Wire(MAX).pausing().sends(bytes("a\nb\nc\n"));
        int before = wire.reads();
        wire.goesOn().goesOn();
        assertThat(wire.reads()).isEqualTo(before);
        wire.channel().read();
        assertThat(wire.reads()).isEqualTo(before);
        wire.goesOn();
        assertThat(wire.isPaused()).isFalse();
        assertThat(wire.reads()).isEqualTo(before + 1);
    }

    @Test
    void whatWasHeldBackIsFollowedByTheEndOfAReadToo() {
        Wire wire = new Wire(MAX).pausing().sends(bytes("a\nb\n"));
        assertThat(wire.readsCompleted()).isEqualTo(1);
        wire.goesOn();
        assertThat(wire.heard()).containsExactly("Text(\"a\")", "Text(\"b\")");
        assertThat(wire.readsCompleted()).isEqualTo(2);
    }

    @Test
    void aBufferReadToItsEndIsNotKeptDuringAPause() {
        Wire wire = new Wire(MAX).pausing().sends(bytes("a\n"));
        assertThat(wire.isPaused()).isTrue();
        wire.assertEverythingIsReleased();
    }

    @Test
    void closingDuringAPauseDropsAndReleasesWhatIsHeld() {
        Wire wire = new Wire(MAX)
                .pausing()
                .sends(bytes("a\nb\n"))
                .sends(bytes("c\n"))
                .endsInput();
        wire.closes();
        wire.assertEverythingIsReleased();
        assertThat(wire.heard()).containsExactly("Text(\"a\")");
    }

    @Test
    void removalDuringAPauseReleasesWhatIsHeld() {
        Wire wire = new Wire(MAX).pausing().sends(bytes("a\nb\n"));
        wire.channel().pipeline().remove(LineDecoder.class);
        wire.assertEverythingIsReleased();
    }

    @Test
    void closingInTheMiddleOfALineReleasesEverything() {
        Wire wire = new Wire(MAX).sends(bytes("a\nb")).closes();
        wire.assertEverythingIsReleased();
        assertThat(wire.heard()).containsExactly("Text(\"a\")");
    }

    @Test
    void removalByWhoeverGetsALineIsTheEnd() {
        Wire wire = new Wire(MAX);
        List<Object> lines = new ArrayList<>();
        wire.channel().pipeline().replace(wire.channel().pipeline().last(), "last", new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object line) {
                lines.add(line);
                ctx.pipeline().remove(LineDecoder.class);
            }
        });
        wire.sends(bytes("a\nb\nc\n"));
        assertThat(lines).containsExactly(new Line.Text("a"));
        wire.assertEverythingIsReleased();
    }

    @Test
    void switchingOffAndOnWithinALineGoesOnInOrder() {
        Wire wire = new Wire(MAX);
        List<Object> lines = new ArrayList<>();
        wire.channel().pipeline().replace(wire.channel().pipeline().last(), "last", new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object line) {
                ctx.channel().config().setAutoRead(false);
                ctx.channel().config().setAutoRead(true);
                lines.add(line);
            }
        });
        wire.sends(bytes("a\nb\nc\n"));
        assertThat(lines).containsExactly(new Line.Text("a"), new Line.Text("b"), new Line.Text("c"));
        wire.assertEverythingIsReleased();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
