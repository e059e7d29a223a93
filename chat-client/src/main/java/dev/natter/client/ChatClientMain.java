package dev.natter.client;

import dev.natter.client.cli.NatterCommand;
import dev.natter.client.cli.Surroundings;

/** The program: {@code natter chat}, {@code send}, {@code tail} and {@code bench}. */
public final class ChatClientMain {

    private ChatClientMain() {}

    public static void main(String[] args) {
        // Before Netty's first buffer: by default it traces every 128th to find leaks. The tests trace each one.
        System.getProperties().putIfAbsent("io.netty.leakDetection.level", "disabled");
        // Explicitly, as somebody may still be waiting for standard input on a thread that cannot be interrupted.
        System.exit(NatterCommand.execute(Surroundings.ofThisProcess(), args));
    }
}
