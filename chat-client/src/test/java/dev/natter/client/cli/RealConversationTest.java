package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.RealServer;
import dev.natter.testkit.Telnet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands, talking by way of this project's server with somebody who has a raw connection. */
class RealConversationTest {

    private RealServer server;
    private Telnet bob;

    @BeforeEach
    void start() throws Exception {
        server = RealServer.start();
        bob = server.person("bob");
    }

    @AfterEach
    void stop() {
        bob.close();
        server.close();
    }

    @Test
    void sendSaysAndLeaves() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "--nick", "bot", "build", "812", "passed");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        bob.hears("[server] guest1 joined #lobby (2 online)");
        bob.hears("[server] guest1 is now bot");
        bob.hears("[bot] build 812 passed");
        bob.hears("[server] bot left #lobby (1 online)");
    }

    @Test
    void sendKeepsTheOrderOfThousandsOfLines() throws Exception {
        CommandRun run = CommandRun.of("send", server.address());
        bob.hears("[server] guest1 joined #lobby (2 online)");
        run.types(IntStream.range(0, 5_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
        run.endsInput();
        for (int i = 0; i < 5_000; i++) {
            bob.hears("[guest1] line " + i);
        }
        bob.hears("[server] guest1 left #lobby (1 online)");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void sendFailsIfOneOfSeveralIsRefused() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "--to", "alice", "hi");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).containsExactly("natter: no-such-nick: there is nobody called \"alice\"");
    }

    @Test
    void chatTalks() throws Exception {
        bob.sends("JOIN #dev").hears("[server] you are in #dev (1 online)");
        CommandRun run = CommandRun.of("chat", server.address(), "--room", "#dev");
        bob.hears("[server] guest1 joined #lobby (2 online)");
        bob.hears("[server] guest1 joined #dev (2 online)");
        bob.hears("[server] guest1 left #lobby (1 online)");
        run.types("how are you?");
        bob.hears("[guest1] how are you?");
        bob.sendsBytes("MSG I \u001B[31mam\u0007\n".getBytes(UTF_8));
        assertThat(run.printed()).isEqualTo("[bob] I \u241B[31mam\u2407");
        run.types("good");
        run.endsInput();
        bob.hears("[guest1] good");
        bob.hears("[server] guest1 left #dev (1 online)");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void chatRefusesToGoByAnotherName() throws Exception {
        CommandRun run = CommandRun.of("chat", server.address(), "--nick", "BOB");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).containsExactly("natter: nick-in-use: the nickname \"BOB\" is in use");
    }

    @Test
    void chatIsATerminalToo() throws Exception {
        CommandRun run = CommandRun.with("chat", server.address(), "--no-color")
                .onATerminal()
                .start();
        assertThat(run.printed()).isEqualTo("connected to " + server.address() + " as guest1 in #lobby");
        assertThat(run.printed()).isEqualTo("[server] #lobby (2 online): bob guest1");
        run.types("/who\n/nick alice\nhello");
        assertThat(run.printed()).isEqualTo("[server] #lobby (2 online): bob guest1");
        assertThat(run.printed()).isEqualTo("[server] you are now alice");
        bob.hears("[server] guest1 joined #lobby (2 online)");
        bob.hears("[server] guest1 is now alice");
        bob.hears("[alice] hello");
        run.types("/quit good night");
        bob.hears("[server] alice left #lobby (1 online): good night");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void whoeverStopsTheServerFromATerminalHasNotLostIt() throws Exception {
        CommandRun run = CommandRun.with("chat", server.address(), "--no-color")
                .onATerminal()
                .start();
        assertThat(run.printed()).startsWith("connected to ");
        assertThat(run.printed()).isEqualTo("[server] #lobby (2 online): bob guest1");
        run.types("/oper " + RealServer.OPERATOR_PASSWORD + "\n/shutdown enough");
        assertThat(run.printed()).isEqualTo("[server] you are an operator");
        assertThat(run.printed()).isEqualTo("[server] closing: enough");
        assertThat(run.printed())
                .isEqualTo("error: the connection to " + server.address()
                        + " is at its end; /connect comes back, /quit leaves");
        run.endsInput();
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
    }
}
