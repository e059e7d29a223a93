package dev.natter.client.bench;

import dev.natter.protocol.format.SafeText;

/** A bench was broken off, without a report. The message says why, and is safe to show on a terminal. */
public final class BenchException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    private BenchException(String message, boolean unreachable) {
        super(SafeText.of(message));
        this.unreachable = unreachable;
    }

    static BenchException because(String message) {
        return new BenchException(message, false);
    }

    static BenchException unreachable(String message) {
        return new BenchException(message, true);
    }

    /** Whether there was not even one connection. */
    public boolean isUnreachable() {
        return unreachable;
    }
}
