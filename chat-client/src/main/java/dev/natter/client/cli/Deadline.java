package dev.natter.client.cli;

import dev.natter.client.reconnect.ConnectionState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Passes when a connection has been lost for too long while nothing more is to come. Any thread. */
final class Deadline {

    private final Duration giveUpAfter;
    private final CompletableFuture<Void> endOfInput;
    private final CompletableFuture<Void> passed = new CompletableFuture<>();

    /** The outage under way, if there is one. */
    private volatile @Nullable CompletableFuture<Void> tooLong;

    Deadline(Duration giveUpAfter, CompletableFuture<Void> endOfInput) {
        this.giveUpAfter = giveUpAfter;
        this.endOfInput = endOfInput;
    }

    CompletableFuture<Void> passed() {
        return passed;
    }

    void onState(ConnectionState state) {
        if (state instanceof ConnectionState.Connected) {
            tooLong = null;
        } else if (state instanceof ConnectionState.Waiting && tooLong == null) {
            CompletableFuture<Void> outage =
                    new CompletableFuture<Void>().completeOnTimeout(null, giveUpAfter.toNanos(), TimeUnit.NANOSECONDS);
            tooLong = outage;
            CompletableFuture.allOf(outage, endOfInput).thenRun(() -> {
                if (tooLong == outage) {
                    passed.complete(null);
                }
            });
        }
    }
}
