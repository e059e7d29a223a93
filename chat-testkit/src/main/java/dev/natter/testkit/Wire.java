package dev.natter.testkit;

import java.io.IOException;
import java.time.Duration;

/**
 * What a {@link Dialogue} is held over: a socket, a program's standard streams, the server's console. Belongs to one
 * thread at a time, namely the dialogue's.
 */
interface Wire {
    /** What waiting for the other side has brought. */
    enum Receipt {
        BYTES,
        NOTHING_YET,
        END
    }

    /** All that came in and was not taken yet; {@link #receive} adds to it. */
    Incoming incoming();

    /**
     * Sends all of it.
     *
     * @throws IOException where the other side takes no more
     */
    void send(byte[] bytes) throws IOException;

    /**
     * Waits for more, at most so long.
     *
     * @throws IOException for an end that is not an orderly one: a reset
     */
    Receipt receive(Duration atMost) throws IOException;
}
