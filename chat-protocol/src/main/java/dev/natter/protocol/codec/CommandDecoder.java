package dev.natter.protocol.codec;

import dev.natter.protocol.command.CommandParser;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Request;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Lines to {@link Request}s; anything else passes by. */
@Sharable
public final class CommandDecoder extends ChannelInboundHandlerAdapter {

    /** The longest line that the protocol allows, in bytes. */
    public static final int MAX_LINE = 8192;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ctx.fireChannelRead(msg instanceof Line line ? request(line) : msg);
    }

    private static Request request(Line line) {
        if (line instanceof Line.Text text) {
            return CommandParser.parse(text.text());
        }
        return line instanceof Line.TooLong
                ? new Request.Malformed(null, ErrorCode.LINE_TOO_LONG, "a line has at most " + MAX_LINE + " bytes")
                : new Request.Malformed(null, ErrorCode.BAD_ENCODING, "the line is not valid UTF-8");
    }
}
