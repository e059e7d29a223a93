package dev.natter.client.cli;

import dev.natter.client.reconnect.Backoff;
import java.time.Duration;

/**
 * How hard to try to get a connection back. Tests have less time.
 *
 * @param firstDelay at most before the first attempt
 * @param longestDelay at most before any other
 * @param giveUpAfter when to stop, counted from the loss, if there is no more input
 */
record Persistence(Duration firstDelay, Duration longestDelay, Duration giveUpAfter) {

    static final Persistence USUAL =
            new Persistence(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));

    Backoff backoff() {
        return new Backoff(firstDelay, longestDelay);
    }
}
