package dev.natter.server.net;

import io.netty.channel.Channel;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
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
    private final int mostOfOneNetwork;
    private final Set<Channel> open = new LinkedHashSet<>();

    /** Those who have left, and may still hold what they have not read. */
    private final Map<String, Set<Channel>> departed = new HashMap<>();

    /**
     * @param most how many there may be just now
     * @param mostOfOneNetwork how many of those who have left from one network; 0 means no limit
     */
    Stragglers(IntSupplier most, int mostOfOneNetwork) {
        this.most = most;
        this.mostOfOneNetwork = mostOfOneNetwork;
    }

    /** Lets a socket be one until it closes. */
    void add(Channel channel) {
        synchronized (this) {
            open.add(channel);
        }
        channel.closeFuture().addListener(closed -> remove(channel));
        cutOffTheOldest();
    }

    /** The same for one of those who had a place. */
    void addDeparted(Channel channel, String network) {
        Channel oldest = null;
        synchronized (this) {
            Set<Channel> ofNetwork = departed.computeIfAbsent(network, none -> new LinkedHashSet<>());
            ofNetwork.add(channel);
            if (mostOfOneNetwork > 0 && ofNetwork.size() > mostOfOneNetwork) {
                oldest = removeOldest(ofNetwork);
            }
        }
        channel.closeFuture().addListener(closed -> forget(channel, network));
        add(channel);
        if (oldest != null) {
            cutOffSoon(oldest);
        }
    }

    private synchronized void forget(Channel channel, String network) {
        departed.computeIfPresent(network, (name, ofNetwork) -> {
            ofNetwork.remove(channel);
            return ofNetwork.isEmpty() ? null : ofNetwork;
        });
    }

    /** To be called when there may be fewer than before, too. */
    void cutOffTheOldest() {
        for (Channel oldest = oneTooMany(); oldest != null; oldest = oneTooMany()) {
            cutOffSoon(oldest);
        }
    }

    private synchronized @Nullable Channel oneTooMany() {
        if (open.size() <= most.getAsInt()) {
            return null;
        }
        return removeOldest(open);
    }

    private static Channel removeOldest(Set<Channel> channels) {
        Iterator<Channel> oldestFirst = channels.iterator();
        Channel oldest = oldestFirst.next();
        oldestFirst.remove();
        return oldest;
    }

    private static void cutOffSoon(Channel channel) {
        channel.eventLoop().execute(() -> cutOff(channel));
    }

    private synchronized void remove(Channel channel) {
        open.remove(channel);
    }

    private static void cutOff(Channel channel) {
        channel.pipeline().fireUserEventTriggered(LastCall.NOW);
        channel.close();
    }
}
