package dev.natter.server.net;

import dev.natter.server.net.ConnectionLimits.Admission;
import dev.natter.server.net.tls.ServerTls;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that came over TCP: it may speak TLS, and counts towards the limits. */
@Sharable
final class TcpInitializer extends ChannelInitializer<Channel> {

    private static final Logger LOG = LoggerFactory.getLogger(TcpInitializer.class);

    /** For these there are file descriptors even when all places are taken. */
    private static final int SPARE = 50;

    private final ConnectionPipeline pipeline;
    private final ConnectionLimits limits;
    private final LogLimit refusals;
    private final UserTimeout userTimeout;
    private final Stragglers stragglers;
    private final TlsDetector tlsDetector;
    private final boolean tlsRequired;

    /** @param tls null where only plain text is spoken */
    TcpInitializer(
            ConnectionPipeline pipeline,
            ConnectionLimits limits,
            LogLimit refusals,
            UserTimeout userTimeout,
            @Nullable ServerTls tls) {
        this.tlsDetector = new TlsDetector(tls);
        this.tlsRequired = tls != null && tls.isRequired();
        this.pipeline = pipeline;
        this.userTimeout = userTimeout;
        this.limits = limits;
        this.refusals = refusals;
        this.stragglers = new Stragglers(
                () -> (int) Math.min(Integer.MAX_VALUE, (long) limits.free() + SPARE), limits.perAddress());
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
                    stragglers.addDeparted(channel, place.network());
                }
            };
            channel.closeFuture().addListener(closed -> release.run());
            stragglers.cutOffTheOldest();
            pipeline.admit(channel, address, false, release);
            channel.pipeline().addLast("userTimeout", userTimeout);
            if (tlsRequired && !remote.getAddress().isLoopbackAddress()) {
                ConnectionPipeline.refusePlainText(channel);
            }
        } else if (admission instanceof Admission.Refusal refusal) {
            long count = refusals.count();
            if (count > 0) {
                LOG.warn("{}: refused {} connection(s), the last from {}", refusal.reason(), count, address);
            }
            stragglers.add(channel);
            pipeline.refuse(channel, refusal.reason());
        }
        channel.pipeline().addFirst("tls", tlsDetector);
    }
}
