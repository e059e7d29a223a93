package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.Chatterbox;
import dev.natter.client.JavaProgram;
import dev.natter.client.RealServer;
import dev.natter.client.ServerProcess;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TerminalSetup;
import dev.natter.testkit.TerminalUnderTest;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The program in a real terminal, as its users see it. */
class RealTerminalTest {

    private static final TerminalSetup TERMINAL = TerminalSetup.sized(100, 24);

    @Test
    void sendSaysAndLeaves() throws Exception {
        try (RealServer server = RealServer.start();
                Telnet bob = server.person("bob");
                TerminalUnderTest terminal = JavaProgram.natterIn(TERMINAL, "send", server.address(), "good morning")) {
            bob.hears("[server] guest1 joined #lobby (2 online)").hears("[guest1] good morning");
            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.rawOutput()).isEmpty();
        }
    }

    @Test
    void sendComplainsWhereNobodyListens() {
        try (TerminalUnderTest terminal = JavaProgram.natterIn(TERMINAL, "send", "127.0.0.1:1", "good morning")) {
            assertThat(terminal.exitCode()).isEqualTo(ExitCode.CANNOT_CONNECT);
            terminal.shows("natter: cannot connect to 127.0.0.1:1: ");
        }
    }

    @Test
    void chatTalksUntilCtrlD() throws Exception {
        try (RealServer server = RealServer.start();
                Telnet bob = server.person("bob");
                TerminalUnderTest terminal = JavaProgram.natterIn(TERMINAL, "chat", server.address())) {
            terminal.shows("Welcome to natter. You are guest1 in #lobby (2 online).");
            bob.hears("[server] guest1 joined #lobby (2 online)");
            terminal.types("héllo 日本").presses("Enter");
            bob.hears("[guest1] héllo 日本").sends("MSG hello yourself");
            terminal.showsLine("[bob] hello yourself");
            assertThat(terminal.presses("C-d").exitCode()).isZero();
            bob.hears("[server] guest1 left #lobby (1 online)");
        }
    }

    @Test
    void allThatPoursInIsShown() throws Exception {
        try (RealServer server = RealServer.start();
                TerminalUnderTest terminal = JavaProgram.natterIn(TERMINAL, "chat", server.address())) {
            terminal.shows("Welcome");
            try (Chatterbox carol = Chatterbox.talks(server.tcp(), "carol", "#lobby", 1000)) {
                terminal.eventually(
                        "message 500 or a later one", screen -> numbers(screen).anyMatch(number -> number >= 500));
                long last = carol.stops();
                terminal.showsLine("[carol] chatter " + last);
                assertThat(numbers(terminal.scrollback()).boxed())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, last).boxed().toList());
            }
        }
    }

    private static LongStream numbers(List<String> screen) {
        return screen.stream()
                .filter(line -> line.startsWith("[carol] chatter "))
                .mapToLong(line -> Long.parseLong(line.substring("[carol] chatter ".length())));
    }

    @Test
    void aServerThatIsKilledIsMissed() throws Exception {
        try (ServerProcess server = ServerProcess.start();
                TerminalUnderTest terminal = JavaProgram.natterIn(TERMINAL, "chat", server.address())) {
            terminal.shows("Welcome");
            server.kill();
            terminal.shows("natter: the connection to " + server.address() + " was lost");
            assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
            server.restart();
            try (Telnet bob = server.person("bob")) {
                bob.isQuiet();
            }
            server.stop();
        }
    }
}
