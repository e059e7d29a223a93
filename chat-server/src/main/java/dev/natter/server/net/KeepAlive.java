package dev.natter.server.net;

/**
 * When the other end of a connection is taken to be gone, because nothing of it comes any more, not even what the system
 * answers by itself. All in seconds.
 *
 * @param idle how long nothing may have come before the system asks
 * @param interval from one question to the next
 * @param questions how many may go unanswered
 */
public record KeepAlive(int idle, int interval, int questions) {

    /** Two minutes: shorter would end whoever just has no network for a moment; home routers forget after five. */
    public static final KeepAlive USUAL = new KeepAlive(60, 10, 6);

    /** In milliseconds: how long what was sent may stay unacknowledged. The same in all, so that it makes no difference. */
    int userTimeoutMillis() {
        return 1000 * (idle + interval * questions);
    }
}
