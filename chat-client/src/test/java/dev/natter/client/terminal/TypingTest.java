package dev.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.Chatterbox;
import dev.natter.client.RealServer;
import dev.natter.client.ServerProcess;
import dev.natter.testkit.Expectation;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TerminalSetup;
import dev.natter.testkit.TerminalUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person types into a real terminal. */
class TypingTest extends WithBob {

    private static final TerminalSetup TERMINAL = TerminalSetup.sized(80, 24);

    @TempDir
    private Path folder;

    @Test
    void theLineStaysWholeWhileMessagesPourIn() throws Exception {
        try (TerminalUnderTest alice = alice();
                Chatterbox carol = Chatterbox.talks(server.tcp(), "carol", "#lobby", 1000)) {
            alice.shows("lines are not shown here");
            StringBuilder typed = new StringBuilder();
            for (String word : List.of("typing", "goes", "on", "while", "it", "pours")) {
                alice.types(word + " ");
                typed.append(word).append(' ');
                alice.showsLine("[alice #lobby] " + typed.toString().stripTrailing());
            }
            alice.presses("C-w", "C-w").types("is heard").presses("Enter").showsLine("[alice #lobby]");
            long last = carol.stops();
            alice.showsLine("* <carol> chatter " + last);
        }
    }

    @Test
    void theTerminalMayChangeItsSize() {
        try (TerminalUnderTest alice = alice()) {
            alice.types("a line that is being typed").resizes(40, 12);
            alice.showsLine("[alice #lobby] a line that is being type").showsLine("d");
            bobSpeaksUntil(alice, "        hundred columns, as they should");
            alice.resizes(120, 30).showsLine("[alice #lobby] a line that is being typed");
            bobSpeaksUntil(alice, "* <bob> these words fit into a hundred columns, as they should");
            alice.types(" on").presses("Enter");
            bob.hears("[alice] a line that is being typed on");
        }
    }

    /** A program is told of its new size when the system gets round to it: until then lines are broken as before. */
    private void bobSpeaksUntil(TerminalUnderTest alice, String pattern) {
        alice.eventually("the line " + pattern, screen -> {
            bob.sends("MSG these words fit into a hundred columns, as they should");
            return screen.stream().anyMatch(Expectation.of(pattern)::matches);
        });
    }

    @Test
    void tabCompletes() {
        try (TerminalUnderTest alice = alice();
                Telnet carol = server.person("carol")) {
            bob.hears("[server] guest* joined *").hears("[server] guest* is now carol");
            alice.shows("is now carol");
            carol.sends("JOIN #development").hears("[server] you are in #development (1 online)");
            // So the room is known, however long the server takes when a Tab asks it.
            alice.types("/ro").presses("Tab", "Enter").shows("#development (1 online)");
            alice.types("/who #d").presses("Tab").showsLine("[alice #lobby] /who #development");
            alice.presses("C-u").types("b").presses("Tab").showsLine("[alice #lobby] bob:");
            alice.types("hi").presses("Enter");
            bob.hears("[alice] bob: hi");
            carol.hears("[alice in #lobby] bob: hi");
            alice.types("/tell ca").presses("Tab").types("psst").presses("Enter");
            carol.hears("[alice to you] psst");
            alice.types("/bell p").presses("Tab", "Enter").shows("the bell is private");
            alice.types("/j")
                    .presses("Tab")
                    .types("#dev")
                    .presses("Tab", "Enter")
                    .showsLine("[alice #development]");
        }
    }

    @Test
    void aPasteOfManyLinesIsOneThingToSend() throws Exception {
        try (ServerProcess paced = ServerProcess.start("--rate", "200");
                Telnet listener = paced.person("bob");
                TerminalUnderTest alice = Alice.chats(TERMINAL, paced.address(), listener)) {
            alice.pastes(IntStream.rangeClosed(1, 500)
                    .mapToObj(i -> "pasted " + i + "\n")
                    .collect(Collectors.joining()));
            alice.showsLine("[alice #lobby] [500 lines pasted: Enter sends them, Ctrl-C does not]");
            listener.isQuiet();
            alice.presses("Enter")
                    .eventually(
                            "its progress",
                            screen -> screen.stream()
                                    .anyMatch(line -> line.matches("\\[alice #lobby, sent \\d+ of 500].*")));
            alice.types("meanwhile");
            for (int i = 1; i <= 500; i++) {
                listener.hears("[alice] pasted " + i);
            }
            alice.showsLine("[alice #lobby] meanwhile").showsLine("* <alice> pasted 500");
        }
    }

    @Test
    void aPasteCanBeThrownAwayAndStopped() throws Exception {
        try (ServerProcess paced = ServerProcess.start("--rate", "20", "--burst", "40");
                Telnet listener = paced.person("bob");
                TerminalUnderTest alice = Alice.chats(TERMINAL, paced.address(), listener)) {
            String lines = "line\n".repeat(300);
            alice.pastes(lines).shows("[300 lines pasted").presses("C-c").showsLine("[alice #lobby]");
            alice.pastes("two\nlines\n").showsLine("[alice #lobby] two").presses("Enter");
            listener.hears("[alice] two").hears("[alice] lines");
            alice.pastes(lines)
                    .shows("[300 lines pasted")
                    .presses("Enter")
                    .shows(" of 300]")
                    .presses("C-c");
            alice.shows(" of 300 lines were not sent").showsLine("[alice #lobby]");
        }
    }

    @Test
    void historyOutlivesTheSessionButPasswordsDoNot() throws Exception {
        TerminalSetup setup = TerminalSetup.sized(80, 24).variable("XDG_STATE_HOME", folder.toString());
        try (TerminalUnderTest alice = Alice.chats(setup, server.address(), bob)) {
            alice.shows("New here?").types("remember the milk").presses("Enter").shows("<alice> remember the milk");
            alice.types("/oper " + RealServer.OPERATOR_PASSWORD).showsLine("[alice #lobby] /oper *******");
            alice.presses("Enter")
                    .shows("you are an operator")
                    .types("/opre typo")
                    .presses("Enter")
                    .shows("did you mean");
            alice.types("/quit").presses("Enter");
            assertThat(alice.exitCode()).isZero();
            assertThat(alice.rawOutput()).doesNotContain(RealServer.OPERATOR_PASSWORD);
        }
        bob.hears("[alice] remember the milk").hears("[server] alice left *");
        assertThat(Files.readString(folder.resolve("natter/history")))
                .contains("remember the milk")
                .doesNotContain(RealServer.OPERATOR_PASSWORD, "typo");
        try (TerminalUnderTest alice = Alice.chats(setup, server.address(), bob)) {
            assertThat(alice.screen()).noneMatch(line -> line.contains("New here?"));
            alice.presses("C-r").types("milk").shows("remember the milk").presses("Enter");
            bob.hears("[alice] remember the milk");
            alice.showsLine("[alice #lobby]").presses("Up").showsLine("[alice #lobby] remember the milk");
        }
    }

    @Test
    void theSecondCtrlCLeaves() {
        try (TerminalUnderTest alice = alice()) {
            alice.types("not to be said")
                    .presses("C-c")
                    .showsLine("[alice #lobby]")
                    .presses("C-c");
            alice.shows("Ctrl-C again leaves").presses("C-c");
            assertThat(alice.exitCode()).isZero();
            bob.hears("[server] alice left #lobby (1 online)");
        }
    }

    @Test
    void ctrlDLeavesAndQuitDoesWithAWord() {
        try (TerminalUnderTest alice = alice()) {
            assertThat(alice.presses("C-d").exitCode()).isZero();
            bob.hears("[server] alice left #lobby (1 online)");
        }
        try (TerminalUnderTest alice = alice()) {
            alice.types("/quit see you").presses("Enter");
            assertThat(alice.exitCode()).isZero();
            bob.hears("[server] alice left #lobby (1 online): see you");
        }
    }

    private TerminalUnderTest alice() {
        return Alice.chats(TERMINAL, server.address(), bob);
    }
}
