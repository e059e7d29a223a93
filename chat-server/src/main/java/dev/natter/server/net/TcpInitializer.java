package dev.natter.server.net;

import dev.natter.server.net.ConnectionLimits.Admission;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that came over TCP: it counts towards the limits. */
@Sharable
final class TcpInitializer extends ChannelInitializer<Channel> {

    private static final Logger LOG = LoggerFactory.getLogger(TcpInitializer.class);

    /** How many may be told at a time why they cannot come in, which takes them up to ten seconds. */
    private static final int MAX_REFUSED = 50;

    private final AtomicInteger refused = new AtomicInteger();
    private final ConnectionPipeline pipeline;
    private final ConnectionLimits limits;
    private final LogLimit refusals;

    TcpInitializer(ConnectionPipeline pipeline, ConnectionLimits limits, LogLimit refusals) {
        this.pipeline = pipeline;
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            channel.close(); // gone again already
            return;
        }
        String address = NetUtil.toSocketAddressString(remote);
        Admission admission = limits.admit(remote.getAddress());
        if (admission instanceof Admission.Place place) {
            AtomicBoolean released = new AtomicBoolean();
            Runnable release = () -> {
                if (!released.getAndSet(true)) {
                    limits.release(place);
                }
            };
            channel.closeFuture().addListener(closed -> release.run());
            pipeline.admit(channel, address, false, release);
        } else if (admission instanceof Admission.Refusal refusal) {
            long count = refusals.count();
            if (count > 0) {
                LOG.warn("{}: refused {} connection(s), the last from {}", refusal.reason(), count, address);
            }
            refuse(channel, refusal.reason());
        }
    }

    /** In a storm, the refused must not take the files that are there for those admitted. */
    private void refuse(Channel channel, String reason) {
        if (refused.incrementAndGet() > MAX_REFUSED) {
            channel.close();
        } else {
            pipeline.refuse(channel, reason);
        }
        channel.closeFuture().addListener(closed -> refused.decrementAndGet());
    }
}
