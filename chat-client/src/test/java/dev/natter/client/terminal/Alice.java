package dev.natter.client.terminal;

import dev.natter.client.JavaProgram;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TerminalSetup;
import dev.natter.testkit.TerminalUnderTest;
import java.util.ArrayList;
import java.util.List;

/** Somebody who chats in a real terminal. */
final class Alice {

    private Alice() {}

    /** Begins to chat, and returns when all that is shown at the start is shown: two are in the lobby then. */
    static TerminalUnderTest chats(TerminalSetup setup, String server, Telnet other, String... options) {
        List<String> words = new ArrayList<>(List.of("chat", server, "--nick", "alice"));
        words.addAll(List.of(options));
        TerminalUnderTest terminal = JavaProgram.natterIn(setup.variable("TZ", "UTC"), words.toArray(String[]::new));
        other.hears("[server] guest* joined #lobby (2 online)").hears("[server] guest* is now alice");
        return terminal.shows("#lobby (2 online): ");
    }
}
