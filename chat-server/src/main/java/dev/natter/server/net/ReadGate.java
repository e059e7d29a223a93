package dev.natter.server.net;

import io.netty.channel.Channel;
import java.util.EnumSet;
import java.util.Set;

/** Whether a connection is read: as long as there is no reason why not. Event loop only. */
final class ReadGate {

    /** Why not to read. */
    enum Reason {
        /** Lines came faster than the server allows. */
        TOO_FAST,
        /** Many lines have yet to be carried out. */
        UNDER_WAY
    }

    private final Channel channel;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    ReadGate(Channel channel) {
        this.channel = channel;
    }

    boolean isClosed() {
        return !reasons.isEmpty();
    }

    void close(Reason reason) {
        reasons.add(reason);
        channel.config().setAutoRead(false);
    }

    void open(Reason reason) {
        reasons.remove(reason);
        if (reasons.isEmpty()) {
            channel.config().setAutoRead(true);
        }
    }
}
