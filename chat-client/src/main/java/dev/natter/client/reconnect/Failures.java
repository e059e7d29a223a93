package dev.natter.client.reconnect;

import dev.natter.client.ConnectionException;
import java.util.concurrent.CompletionException;

/** What is behind the failure of a future. */
public final class Failures {

    private Failures() {}

    /** Futures that depend on others wrap what these failed with. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Why there is no connection. */
    static ConnectionException reason(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof ConnectionException why
                ? why
                : ConnectionException.because("a fault of the client: " + cause, cause);
    }
}
