package dev.natter.server.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.ObjIntConsumer;

/**
 * The system takes an end for gone that has not taken a byte for a while, even if it is alive and only does not read. But
 * whoever does not read the answers to their own commands is to get them later. So while a connection's output is held
 * up, the system waits for as long as that takes; what others say is still bounded.
 */
@Sharable
final class UserTimeout extends ChannelInboundHandlerAdapter {

    private final ObjIntConsumer<Channel> setting;
    private final KeepAlive keepAlive;

    /** @param setting see {@link Transport#setUserTimeout} */
    UserTimeout(ObjIntConsumer<Channel> setting, KeepAlive keepAlive) {
        this.setting = setting;
        this.keepAlive = keepAlive;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        setting.accept(ctx.channel(), ctx.channel().isWritable() ? keepAlive.userTimeoutMillis() : 0);
        ctx.fireChannelWritabilityChanged();
    }
}
