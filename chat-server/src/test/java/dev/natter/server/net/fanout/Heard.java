package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayList;
import java.util.List;

/** The end of a pipeline, which remembers what came in. */
final class Heard extends ChannelInboundHandlerAdapter {

    private final List<String> read = new ArrayList<>();

    static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, UTF_8);
    }

    List<String> takeRead() {
        List<String> taken = List.copyOf(read);
        read.clear();
        return taken;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf bytes = (ByteBuf) msg;
        read.add(bytes.toString(UTF_8));
        bytes.release();
    }
}
