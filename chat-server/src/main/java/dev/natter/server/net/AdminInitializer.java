package dev.natter.server.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection on the admin socket: an operator from the start, exempt from the limits. */
@Sharable
final class AdminInitializer extends ChannelInitializer<Channel> {

    private static final Logger LOG = LoggerFactory.getLogger(AdminInitializer.class);

    private final ConnectionPipeline pipeline;

    AdminInitializer(ConnectionPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    protected void initChannel(Channel channel) {
        LOG.info("an operator connects on the admin socket");
        pipeline.admit(channel, "admin-socket", true, () -> {});
    }
}
