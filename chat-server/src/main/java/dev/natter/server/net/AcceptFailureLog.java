package dev.natter.server.net;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Last in a listening socket's pipeline: says now and then that connections cannot be accepted, most likely for want of
 * file descriptors. Netty has stopped accepting for a second by then.
 */
@Sharable
final class AcceptFailureLog extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptFailureLog.class);

    private final LogLimit limit;

    AcceptFailureLog(LogLimit limit) {
        this.limit = limit;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        long count = limit.count();
        if (count > 0) {
            LOG.warn("cannot accept connections ({} time(s)): {}", count, cause.getMessage());
        }
    }
}
