package dev.natter.server.net;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * The system takes an end for gone that has not taken a byte for a while, even if it is alive and only does not read. But
 * whoever does not read the answers to their own commands is to get them later. So while a connection's output is held
 * up, the system waits for as long as that takes; what others say is still bounded.
 */
@Sharable
final class Patience extends ChannelInboundHandlerAdapter {

    private final Transport transport;
    private final KeepAlive keepAlive;

    Patience(Transport transport, KeepAlive keepAlive) {
        this.transport = transport;
        this.keepAlive = keepAlive;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        transport.setPatience(ctx.channel(), ctx.channel().isWritable() ? keepAlive.patienceMillis() : 0);
        ctx.fireChannelWritabilityChanged();
    }
}
