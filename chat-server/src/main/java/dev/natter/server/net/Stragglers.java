package dev.natter.server.net;

import io.netty.channel.Channel;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Open sockets that no longer have a place under the limits, or never had one: of people who have left, and of those who
 * are being told that they cannot come in. They get the time to hear the last of it, unless there are too many: then the
 * oldest is cut off, so that nobody takes all file descriptors by never closing. Any thread.
 */
final class Stragglers {

    /** Whoever has something to say to the other end says it now. */
    enum LastCall {
        NOW
    }

    private final IntSupplier most;
    private final Set<Channel> open = new LinkedHashSet<>();

    /** @param most how many there may be just now */
    Stragglers(IntSupplier most) {
        this.most = most;
    }

    /** Lets a socket be one until it closes. */
    void add(Channel channel) {
        synchronized (this) {
            open.add(channel);
        }
        channel.closeFuture().addListener(closed -> remove(channel));
        cutOffTheOldest();
    }

    /** To be called when there may be fewer than before, too. */
    void cutOffTheOldest() {
        for (Channel oldest = oneTooMany(); oldest != null; oldest = oneTooMany()) {
            Channel channel = oldest;
            channel.eventLoop().execute(() -> cutOff(channel));
        }
    }

    private synchronized @Nullable Channel oneTooMany() {
        if (open.size() <= most.getAsInt()) {
            return null;
        }
        Iterator<Channel> oldestFirst = open.iterator();
        Channel oldest = oldestFirst.next();
        oldestFirst.remove();
        return oldest;
    }

    private synchronized void remove(Channel channel) {
        open.remove(channel);
    }

    private static void cutOff(Channel channel) {
        channel.pipeline().fireUserEventTriggered(LastCall.NOW);
        channel.close();
    }
}
