package dev.natter.server.net.fanout;

import java.time.Duration;

/**
 * How a slow reader does, second by second, while something that others said waits for it. It is over for whoever takes
 * next to nothing for too long. Event loop only.
 */
final class Patience {

    /** Below this many bytes in a second nothing was read, as far as anybody could tell. */
    static final long LEAST_BYTES = 1024;

    /** Whoever takes so many bytes in a second now and then is worth waiting for. */
    static final long GOOD_BYTES = 16 * 1024;

    /** With a large buffer at the other end the system takes nothing for a while, and then much at once. */
    static final int GOOD_SECONDS = 5;

    private final long maxSeconds;
    private long seconds;
    private int secondsWithoutMuch;

    /** @param stall how long a reader may take next to nothing; zero means for ever */
    Patience(Duration stall) {
        // A part of a second is a whole one: what is measured is what was taken in one.
        this.maxSeconds = stall.isZero() ? Long.MAX_VALUE : Math.max(1, stall.toSeconds());
    }

    /** Another second in which something waited. */
    void second(long bytesTaken) {
        secondsWithoutMuch = bytesTaken >= GOOD_BYTES ? 0 : secondsWithoutMuch + 1;
        seconds = bytesTaken >= LEAST_BYTES ? 0 : seconds + 1;
    }

    /** Whether those who speak are to wait for this reader. */
    boolean isWorthWaiting() {
        return secondsWithoutMuch < GOOD_SECONDS;
    }

    boolean isOver() {
        return seconds >= maxSeconds;
    }
}
