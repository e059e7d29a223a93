package dev.natter.client;

import dev.natter.client.cli.NatterCommand;
import dev.natter.client.cli.Surroundings;

/** The program: {@code natter chat} and {@code natter send}. */
public final class ChatClientMain {

    private ChatClientMain() {}

    public static void main(String[] args) {
        // Explicitly, as somebody may still be waiting for standard input on a thread that cannot be interrupted.
        System.exit(NatterCommand.execute(Surroundings.ofThisProcess(), args));
    }
}
