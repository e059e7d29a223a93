package dev.natter.client.cli;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;

/** Standard output, which somebody may have stopped reading. */
final class Output {

    private final PrintStream out;
    private final CompletableFuture<Void> broken = new CompletableFuture<>();

    Output(PrintStream out) {
        this.out = out;
    }

    /** Prints whole lines, at once. */
    void print(byte[] lines) {
        out.write(lines, 0, lines.length);
        if (out.checkError()) {
            broken.complete(null);
        }
    }

    /** Done at the first thing that could not be printed. Any thread. */
    CompletableFuture<Void> broken() {
        return broken;
    }
}
