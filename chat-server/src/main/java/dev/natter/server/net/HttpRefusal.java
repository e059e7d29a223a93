package dev.natter.server.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.natter.protocol.codec.Line;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Turns HTTP away: a web page can have a browser send a request here, and commands in its body. As long as no command
 * has come, each line is looked at; once it is an HTTP request's first, nothing behind it is a line any more. See
 * decision 10.
 */
final class HttpRefusal extends ChannelInboundHandlerAdapter {

    /** The only event that still comes, instead of a line: the connection is to end with this answer. */
    enum Answer {
        BAD_REQUEST;

        private static final String SENTENCE = "This is a natter chat server, which speaks no HTTP:"
                + " talk to it with nc HOST PORT, or telnet HOST PORT.\n";

        byte[] bytes() {
            return String.join(
                            "\r\n",
                            "HTTP/1.1 400 Bad Request",
                            "Content-Type: text/plain; charset=utf-8",
                            "Content-Length: " + SENTENCE.length(),
                            "Connection: close",
                            "",
                            SENTENCE)
                    .getBytes(US_ASCII);
        }
    }

    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (refused) {
            return; // a line, so there is nothing to release
        }
        if (msg instanceof Line line) {
            if (HttpRequestLine.is(line)) {
                refused = true;
                ctx.fireUserEventTriggered(Answer.BAD_REQUEST);
                return;
            }
            if (HttpRequestLine.isCommand(line)) {
                ctx.pipeline().remove(this);
            }
        }
        ctx.fireChannelRead(msg);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (!refused) {
            ctx.fireUserEventTriggered(event);
        }
    }
}
