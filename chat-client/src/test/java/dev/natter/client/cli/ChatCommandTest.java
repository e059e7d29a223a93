package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.FakeServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatCommandTest {

    private FakeServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void withAPipeItSaysEachLineAndPrintsWhatOthersSay() throws Exception {
        CommandRun run = CommandRun.of("chat", server.address());
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.says("{\"type\":\"joined\",\"time\":\"2026-11-20T09:30:00Z\",\"room\":\"#lobby\","
                    + "\"nick\":\"bob\",\"online\":4}");
            visitor.saysMessage("#lobby", "bob", "hello");
            assertThat(run.printed()).isEqualTo("[server] bob joined #lobby (4 online)");
            assertThat(run.printed()).isEqualTo("[bob] hello");

            run.types("/who is that?");
            visitor.hears("MSG /who is that?");
            run.endsInput();
            visitor.saysMessage("#lobby", "bob", "me");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).containsExactly("[bob] me");
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void withAPipeWhatIsRefusedMakesItFail() throws Exception {
        CommandRun run = CommandRun.of("chat", server.address());
        try (FakeServer.Visitor visitor = server.welcome()) {
            run.types("bad\rline\r\r\nhello");
            run.endsInput();
            assertThat(run.complained()).startsWith("natter: line 1: bad-argument: ");
            visitor.hears("MSG hello");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void messagesAreShownFromWhereOneIs() throws Exception {
        CommandRun run = CommandRun.of("chat", server.address(), "--nick", "alice", "--room", "#dev");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK alice");
            visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"alice\"}");
            visitor.hears("JOIN #dev");
            visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":2}");
            visitor.hears("LEAVE #lobby");
            visitor.says("{\"type\":\"ok\",\"command\":\"LEAVE\",\"room\":\"#dev\",\"online\":2}");
            visitor.saysMessage("#dev", "bob", "here");
            visitor.saysMessage("#lobby", "bob", "elsewhere");
            saysPrivately(visitor, "bob", "alice");
            saysPrivately(visitor, "alice", "bob");
            saysPrivately(visitor, "alice", "alice");
            assertThat(run.printed()).isEqualTo("[bob] here");
            assertThat(run.printed()).isEqualTo("[bob in #lobby] elsewhere");
            assertThat(run.printed()).isEqualTo("[bob to you] psst");
            assertThat(run.printed()).isEqualTo("[you to bob] psst");
            assertThat(run.printed()).isEqualTo("[alice to you] psst");
            run.endsInput();
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aNickInUseEndsIt() throws Exception {
        CommandRun run = CommandRun.of("chat", server.address(), "--nick", "alice");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK alice");
            visitor.refuses("NICK", "nick-in-use", "the nickname \\\"alice\\\" is in use");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).containsExactly("natter: nick-in-use: the nickname \"alice\" is in use");
    }

    @Test
    void aKillEndsItThoughInputDoesNot() throws Exception {
        CommandRun run = CommandRun.of("chat", server.address());
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.says("{\"type\":\"killed\",\"time\":\"2026-11-20T09:30:00Z\",\"nick\":\"guest1\",\"by\":\"bob\"}");
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .containsExactly("natter: the connection to " + server.address() + " was lost: killed by bob");
    }

    @Test
    void withAPipeItComesBackAndSaysThatItMissedSomething() throws Exception {
        CommandRun run = CommandRun.of("chat", server.address());
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.says("{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00Z\",\"reason\":\"maintenance\"}");
        }
        assertThat(run.complained())
                .isEqualTo("natter: the connection to " + server.address()
                        + " was lost: closed by the server: maintenance; trying to get it back");
        run.types("hello again");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG hello again");
            assertThat(run.complained())
                    .matches("natter: connected again after \\d+ s; what was said meanwhile is missing");
            visitor.saysMessage("#lobby", "bob", "hi");
            assertThat(run.printed()).isEqualTo("[bob] hi");
            visitor.saysOk("MSG");
            run.endsInput();
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void itLeavesWhenNobodyTakesWhatItPrints() throws Exception {
        CommandRun run =
                CommandRun.with("chat", server.address()).withBrokenOutput().start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            run.types("hello");
            visitor.hears("MSG hello");
            visitor.saysMessage("#lobby", "bob", "hi");
            visitor.hearsHangUp();
            visitor.saysOk("MSG");
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .containsExactly("natter: stopped behind line 1", "natter: cannot write to standard output");
    }

    private static void saysPrivately(FakeServer.Visitor visitor, String from, String to) throws IOException {
        visitor.says("{\"type\":\"private\",\"time\":\"2026-11-20T09:30:00Z\",\"from\":\"" + from + "\",\"to\":\"" + to
                + "\",\"text\":\"psst\"}");
    }
}
