package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.FakeServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TailCommandTest {

    private static final String KILLED =
            "{\"type\":\"killed\",\"time\":\"2026-11-20T09:30:00Z\",\"nick\":\"guest1\",\"by\":\"bob\"}";

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
    void printsWhatIsSaidAndNothingElse() throws Exception {
        CommandRun run = CommandRun.of("tail", server.address());
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.says("{\"type\":\"joined\",\"time\":\"2026-11-20T09:30:00Z\",\"room\":\"#lobby\","
                    + "\"nick\":\"bob\",\"online\":4}");
            visitor.saysMessage("#lobby", "bob", "hello\\u001b[2J");
            visitor.says("{\"type\":\"private\",\"time\":\"2026-11-20T09:30:00Z\",\"from\":\"bob\",\"to\":\"guest1\","
                    + "\"text\":\"psst\"}");
            visitor.says(KILLED);
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).containsExactly("[bob] hello\u241B[2J", "[bob to you] psst");
        assertThat(run.errors())
                .containsExactly("natter: the connection to " + server.address() + " was lost: killed by bob");
    }

    @Test
    void hearsOneRoomOnly() throws Exception {
        CommandRun run = CommandRun.of("tail", server.address(), "--room", "#dev");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("JOIN #dev");
            visitor.saysMessage("#lobby", "bob", "by the way");
            visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":2}");
            visitor.hears("LEAVE #lobby");
            visitor.says("{\"type\":\"ok\",\"command\":\"LEAVE\",\"room\":\"#dev\",\"online\":2}");
            visitor.saysMessage("#dev", "bob", "hello");
            assertThat(run.printed()).isEqualTo("[bob] hello");
            visitor.says(KILLED);
        }
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void ofSeveralRoomsEachIsNamed() throws Exception {
        CommandRun run = CommandRun.of("tail", server.address(), "--room", "#dev", "--room", "#lobby");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("JOIN #dev");
            visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":2}");
            visitor.hears("JOIN #lobby");
            visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#lobby\",\"online\":2}");
            visitor.saysMessage("#dev", "bob", "hello");
            visitor.saysMessage("#lobby", "bob", "hello");
            assertThat(run.printed()).isEqualTo("[bob in #dev] hello");
            assertThat(run.printed()).isEqualTo("[bob in #lobby] hello");
            visitor.says(KILLED);
        }
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void inJsonItPrintsWhatTheProtocolHas() throws Exception {
        CommandRun run = CommandRun.of("tail", server.address(), "--json");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.saysMessage("#lobby", "bob", "hello");
            assertThat(run.printed())
                    .isEqualTo("{\"type\":\"message\",\"time\":\"2026-11-20T09:30:00.123Z\",\"room\":\"#lobby\","
                            + "\"from\":\"bob\",\"text\":\"hello\"}");
            visitor.says(KILLED);
        }
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void comesBackAndSaysThatItMissedSomething() throws Exception {
        CommandRun run = CommandRun.of("tail", server.address());
        FakeServer.Visitor first = server.welcome();
        first.saysMessage("#lobby", "bob", "one");
        assertThat(run.printed()).isEqualTo("[bob] one");
        first.vanishes();
        assertThat(run.complained())
                .isEqualTo("natter: the connection to " + server.address()
                        + " was lost: connection reset; trying to get it back");
        try (FakeServer.Visitor visitor = server.welcome()) {
            assertThat(run.complained())
                    .matches("natter: connected again after \\d+ s; what was said meanwhile is missing");
            visitor.saysMessage("#lobby", "bob", "two");
            assertThat(run.printed()).isEqualTo("[bob] two");
            visitor.says(KILLED);
        }
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void itLeavesWhenNobodyTakesWhatItPrints() throws Exception {
        CommandRun run =
                CommandRun.with("tail", server.address()).withBrokenOutput().start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.saysMessage("#lobby", "bob", "hello");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).containsExactly("natter: cannot write to standard output");
    }

    @Test
    void withoutAServerThereIsNothingToHear() throws Exception {
        server.close();
        CommandRun run = CommandRun.of("tail", server.address());
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.errors())
                .containsExactly("natter: cannot connect to " + server.address()
                        + ": connection refused; is a server running there?");
    }
}
