package dev.natter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Reply;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Whoever waits for an answer that will not come is told why. */
class ConnectionEndTest {

    private FakeServer server;
    private FakeServer.Visitor visitor;
    private ChatClient client;
    private CompletableFuture<Reply> pending;

    @BeforeEach
    void sendSomething() throws Exception {
        server = new FakeServer();
        CompletableFuture<ChatClient> connected = ChatClient.connect(server.host(), server.port(), (chat, event) -> {});
        visitor = server.welcome();
        client = ChatClientTest.get(connected);
        pending = client.send(new Command.Say("hello"));
        visitor.hears("MSG hello");
    }

    @AfterEach
    void closeServer() throws IOException {
        visitor.close();
        server.close();
    }

    @Test
    void theServerEndsTheConnection() throws Exception {
        visitor.close();
        assertEndedBecause("the server ended the connection");
    }

    @Test
    void theServerEndsTheConnectionInTheMiddleOfALine() throws Exception {
        visitor.saysUnfinished("{\"type\":\"message\",\"time\":");
        visitor.close();
        assertEndedBecause("the server ended the connection");
    }

    @Test
    void theServerSaysThatItCloses() throws Exception {
        visitor.says("{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00Z\",\"reason\":\"maintenance\"}");
        visitor.close();
        assertEndedBecause("closed by the server: maintenance");
    }

    @Test
    void anOperatorKills() throws Exception {
        visitor.says("{\"type\":\"killed\",\"time\":\"2026-11-20T09:30:00Z\",\"nick\":\"guest1\",\"by\":\"bob\","
                + "\"reason\":\"spam\\u001b[2J\"}");
        visitor.close();
        assertEndedBecause("killed by bob: spam\u241B[2J");
    }

    @Test
    void theConnectionIsReset() throws Exception {
        visitor.vanishes();
        assertEndedBecause("connection reset");
    }

    @RepeatedTest(20)
    void aFailedWriteDoesNotHideWhatTheServerSaidBefore() throws Exception {
        visitor.says("{\"type\":\"killed\",\"time\":\"2026-11-20T09:30:00Z\",\"nick\":\"guest1\",\"by\":\"bob\"}");
        // What the client goes on sending is answered by a reset once the server's socket is gone.
        IntStream.range(0, 1_000).forEach(i -> client.send(new Command.Say("and again " + i)));
        visitor.close();
        assertEndedBecause("killed by bob");
    }

    @Test
    void theServerTalksNonsense() throws Exception {
        visitor.says("HTTP/1.1 400 Bad Request", "{\"type\":\"ok\",\"command\":\"MSG\"}");
        assertEndedBecause("the server said something that is not Natter's protocol");
    }

    @Test
    void theServerAnswersWhatNobodyAsked() throws Exception {
        visitor.saysOk("MSG");
        visitor.saysOk("MSG");
        assertThat(ChatClientTest.get(pending)).isInstanceOf(Reply.Done.class);
        assertThat(why(client.closed())).hasMessage("the server answered what nobody had asked");
    }

    @Test
    void whatIsSentAfterTheEndFailsForTheSameReason() throws Exception {
        visitor.close();
        assertEndedBecause("the server ended the connection");
        assertThat(why(client.send(new Command.Say("anybody there?")))).hasMessage("the server ended the connection");
        assertThat(mayHaveBeenCarriedOut(pending)).isTrue();
        assertThat(mayHaveBeenCarriedOut(client.send(new Command.Say("anybody there?"))))
                .isFalse();
        client.close();
    }

    @Test
    void anEndWithAnswersOutstandingIsNotInOrder() throws Exception {
        client.close();
        visitor.hearsHangUp();
        visitor.close();
        assertEndedBecause("the server ended the connection");
    }

    private void assertEndedBecause(String reason) {
        assertThat(why(pending)).isInstanceOf(ConnectionException.class).hasMessage(reason);
        assertThat(why(client.closed())).isInstanceOf(ConnectionException.class).hasMessage(reason);
    }

    private static boolean mayHaveBeenCarriedOut(CompletableFuture<Reply> failed) {
        return ((ConnectionException) why(failed)).mayHaveBeenCarriedOut();
    }

    static Throwable why(CompletableFuture<?> failed) {
        return catchThrowable(() -> ChatClientTest.get(failed)).getCause();
    }
}
