package dev.natter.client.cli;

import dev.natter.client.ConnectionException;
import dev.natter.client.reconnect.ConnectionState;
import java.net.ConnectException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells the user, once each, that the connection was lost, that it is there again, and that it will not be. One thread. */
final class Outages {

    private final String server;
    private final boolean hears;
    private final BooleanSupplier matters;
    private final Surroundings surroundings;

    private boolean opened;
    private boolean told;
    private long lostSince;
    private String lastReason = "";

    /**
     * @param hears whether it is a loss if nothing is heard
     * @param matters whether anything is still to be done with the connection
     */
    Outages(String server, boolean hears, BooleanSupplier matters, Surroundings surroundings) {
        this.server = server;
        this.hears = hears;
        this.matters = matters;
        this.surroundings = surroundings;
    }

    void onState(ConnectionState state) {
        if (state instanceof ConnectionState.Connected connected) {
            if (told) {
                surroundings.complain("connected again after "
                        + Duration.ofNanos(System.nanoTime() - lostSince).toSeconds() + " s"
                        + (hears ? "; what was said meanwhile is missing" : ""));
            }
            connected.remarks().forEach(surroundings::complain);
            opened = true;
            told = false;
        } else if (state instanceof ConnectionState.Waiting waiting && matters.getAsBoolean()) {
            waiting(waiting.why());
        } else if (state instanceof ConnectionState.Ended ended
                && ended.why() != null
                && opened
                && matters.getAsBoolean()) {
            complain(ended.why(), "");
        }
    }

    /** Told once for each reason, not at every attempt. */
    private void waiting(ConnectionException why) {
        String reason = String.valueOf(why.getMessage());
        if (!told) {
            told = true;
            lostSince = System.nanoTime();
            complain(why, "; trying to get it back");
        } else if (!reason.equals(lastReason) && !isRefusedConnection(why)) {
            surroundings.complain("no connection to " + server + " yet: " + reason);
        }
        lastReason = reason;
    }

    /** What was to be expected of a server that has gone. */
    private static boolean isRefusedConnection(ConnectionException why) {
        return why.getCause() instanceof ConnectException;
    }

    private void complain(ConnectionException why, String more) {
        surroundings.complain("the connection to " + server + " was lost: " + why.getMessage() + more);
    }
}
