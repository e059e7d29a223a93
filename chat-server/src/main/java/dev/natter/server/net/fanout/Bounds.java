package dev.natter.server.net.fanout;

import java.time.Duration;

/**
 * What one connection may leave unread of what others say.
 *
 * @param maxUnread how many bytes may wait; 0 means no limit
 * @param stall how long it may take next to nothing; zero means for ever
 */
public record Bounds(long maxUnread, Duration stall) {

    private static final long MAX_BEHIND = 256 * 1024;

    /**
     * How many bytes have to wait until those who speak wait too: so few that what they say meanwhile makes nobody too
     * slow who does read.
     */
    long behind() {
        return maxUnread == 0 ? MAX_BEHIND : Math.min(MAX_BEHIND, maxUnread / 4);
    }
}
