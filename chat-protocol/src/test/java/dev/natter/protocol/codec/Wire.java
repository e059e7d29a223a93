package dev.natter.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.cases.Shown;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.ArrayList;
import java.util.List;

/** A {@link LineDecoder} between somebody who sends bytes and somebody who notes what is passed on. */
final class Wire {

    private final List<String> heard = new ArrayList<>();
    private final List<ByteBuf> sent = new ArrayList<>();
    private final EmbeddedChannel channel;
    private boolean pausing;
    private int reads;
    private int readsCompleted;

    Wire(int maxLength) {
        channel = new EmbeddedChannel(new Reads(), new LineDecoder(maxLength), new Listener());
    }

    /** From here on the listener switches reading off whenever it hears something. */
    Wire pausing() {
        pausing = true;
        return this;
    }

    Wire sends(byte[] bytes) {
        ByteBuf buffer = Unpooled.buffer().writeBytes(bytes);
        sent.add(buffer);
        channel.writeInbound(buffer);
        return this;
    }

    Wire endsInput() {
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        channel.checkException();
        return this;
    }

    /** Switches reading on again. */
    Wire goesOn() {
        channel.config().setAutoRead(true);
        channel.checkException();
        return this;
    }

    boolean isPaused() {
        return !channel.config().isAutoRead();
    }

    Wire closes() {
        channel.close();
        channel.checkException();
        return this;
    }

    EmbeddedChannel channel() {
        return channel;
    }

    List<String> heard() {
        return heard;
    }

    /** How often the decoder has asked for more bytes. */
    int reads() {
        return reads;
    }

    /** How often the listener was told that this was all for now. */
    int readsCompleted() {
        return readsCompleted;
    }

    void assertEverythingIsReleased() {
        assertThat(sent).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
    }

    private void hear(String what) {
        assertThat(channel.config().isAutoRead())
                .as("reading, when " + what + " came")
                .isTrue();
        heard.add(what);
        if (pausing) {
            channel.config().setAutoRead(false);
        }
    }

    private final class Listener extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            hear(msg == TimingMark.REQUESTED ? "TimingMark" : msg instanceof Line line ? shown(line) : Shown.of(msg));
        }

        /** What is left of a line that is none is a test of its own. */
        private static String shown(Line line) {
            return line instanceof Line.Text ? Shown.of(line) : line.getClass().getSimpleName() + "()";
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            readsCompleted++;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            hear(event == ChannelInputShutdownEvent.INSTANCE ? "end" : event.toString());
        }
    }

    private final class Reads extends ChannelDuplexHandler {
        @Override
        public void read(ChannelHandlerContext ctx) {
            reads++;
            ctx.read();
        }
    }
}
