package dev.natter.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for what can only be looked at, by looking again and again.
 *
 * @param atMost how long
 */
record Patience(Duration atMost) {
    /** Longer than that of {@link Telnet}: what is waited for may first have to start a JVM. */
    static final Patience WITH_PROGRAMS = new Patience(Duration.ofSeconds(15));

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /**
     * Waits on the caller's thread until something is so.
     *
     * @param expected in words
     * @param found in words, asked for when it does not become so in time
     * @throws AssertionError with both
     */
    void await(String expected, Callable<Boolean> condition, Supplier<String> found) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .atMost(atMost)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "expected " + expected + ", but after " + atMost.toMillis() + " ms " + found.get(), e);
        }
    }
}
