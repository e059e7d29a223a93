package dev.natter.server.net;

/**
 * How fast one connection may be.
 *
 * @param rate lines a second in the long run; 0 means no limit
 * @param burst lines at once; 0 means no limit
 */
public record Pace(int rate, int burst) {

    boolean isLimited() {
        return rate > 0 && burst > 0;
    }
}
