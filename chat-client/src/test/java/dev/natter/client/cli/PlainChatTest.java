package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.FakeServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code natter chat} on a terminal that is only written to, line by line. */
class PlainChatTest {

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
    void aSlashBeginsACommand() throws Exception {
        CommandRun run = CommandRun.with("chat", server.address()).onATerminal().start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            introduce(run, visitor);
            run.types("/nick alice");
            visitor.hears("NICK alice");
            visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"alice\"}");
            assertThat(run.printed()).isEqualTo("[server] you are now alice");
            run.types("//who");
            visitor.hears("MSG /who");
            visitor.saysOk("MSG");
            run.types("/dance");
            assertThat(run.printed()).isEqualTo("error: there is no command /dance; /help lists the commands");
            visitor.saysMessage("#lobby", "bob", "hello");
            assertThat(run.printed()).isEqualTo("[bob] hello");
            run.types("/quit bye");
            visitor.hears("QUIT bye");
            visitor.saysOk("QUIT");
        }
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void aPasswordIsNotSaidToEverybody() throws Exception {
        CommandRun run = CommandRun.with("chat", server.address()).onATerminal().start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            introduce(run, visitor);
            run.types("OPER hunter2\nhello");
            assertThat(run.printed())
                    .isEqualTo(
                            "error: everybody would hear this: a command begins with a slash, as in /oper; to say it, "
                                    + "put /msg before it");
            visitor.hears("MSG hello");
            visitor.saysOk("MSG");
            run.endsInput();
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatLooksPrivateElsewhereIsNotSaidToTheRoom() throws Exception {
        CommandRun run = CommandRun.with("chat", server.address()).onATerminal().start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            introduce(run, visitor);
            run.types("/msg bob psst");
            assertThat(run.printed())
                    .isEqualTo("error: everybody in the room would hear this; /tell bob is for one alone, and what has "
                            + "no slash before it is for the room");
            run.types("/msg bobby is not bob");
            visitor.hears("MSG bobby is not bob");
            visitor.saysOk("MSG");
            run.endsInput();
            visitor.hearsHangUp();
        }
    }

    @Test
    void itLeavesWhenNobodyTakesWhatItPrints() throws Exception {
        CommandRun run = CommandRun.with("chat", server.address())
                .onATerminal()
                .withBrokenOutput()
                .start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("WHO #lobby");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).containsExactly("natter: cannot write to standard output");
    }

    @Test
    void nothingThatAnybodySaysSteersTheTerminal() throws Exception {
        CommandRun run = CommandRun.with("chat", server.address()).onATerminal().start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            introduce(run, visitor);
            visitor.saysMessage("#lobby", "bob", "\\u001b]0;title\\u0007\\u001b[2J\\r\\n\\u009b1m\\u202egnp\\u2028.");
            assertThat(run.printed())
                    .isEqualTo("[bob] \u241B]0;title\u2407\u241B[2J\u240D\u240A\uFFFD1m\uFFFDgnp\uFFFD.");
            visitor.says("{\"type\":\"left\",\"time\":\"2026-11-20T09:30:00Z\",\"room\":\"#lobby\",\"nick\":\"bob\","
                    + "\"online\":3,\"cause\":\"quit\",\"reason\":\"\\u001b[0m\\n[server] closing: now\"}");
            assertThat(run.printed())
                    .isEqualTo("[server] bob left #lobby (3 online): \u241B[0m\u240A[server] closing: now");
            visitor.says("{\"type\":\"killed\",\"time\":\"2026-11-20T09:30:00Z\",\"nick\":\"guest1\",\"by\":\"bob\","
                    + "\"reason\":\"\\u001b[1mx\"}");
        }
        assertThat(run.printed())
                .isEqualTo("error: the connection to " + server.address()
                        + " is at its end: killed by bob: \u241B[1mx; /connect comes back, /quit leaves");
        run.endsInput();
        assertThat(run.exitCode()).isZero();
    }

    /** What happens when one comes in. */
    private void introduce(CommandRun run, FakeServer.Visitor visitor) throws Exception {
        assertThat(run.printed()).isEqualTo("connected to " + server.address() + " as guest1 in #lobby");
        visitor.hears("WHO #lobby");
        visitor.says("{\"type\":\"ok\",\"command\":\"WHO\",\"room\":\"#lobby\",\"nicks\":[\"guest1\",\"bob\"]}");
        assertThat(run.printed()).isEqualTo("[server] #lobby (2 online): guest1 bob");
    }
}
