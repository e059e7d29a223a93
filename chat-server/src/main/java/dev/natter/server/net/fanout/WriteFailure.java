package dev.natter.server.net.fanout;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import java.util.function.Consumer;

/**
 * One promise for all writes of a connection, which only tells of failures. It is never done, so it can be used again:
 * a promise for each write would be an allocation for each delivery, and Netty's void promise reports a failed write in
 * the same way as a failed read, which means something else here.
 */
final class WriteFailure extends DefaultChannelPromise {

    private final Consumer<Throwable> onFailure;

    WriteFailure(Channel channel, Consumer<Throwable> onFailure) {
        super(channel);
        this.onFailure = onFailure;
    }

    @Override
    public boolean trySuccess(Void result) {
        return true;
    }

    @Override
    public ChannelPromise setSuccess(Void result) {
        return this;
    }

    @Override
    public boolean tryFailure(Throwable cause) {
        onFailure.accept(cause);
        return true;
    }

    @Override
    public ChannelPromise setFailure(Throwable cause) {
        onFailure.accept(cause);
        return this;
    }
}
