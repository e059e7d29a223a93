package dev.natter.client;

import static dev.natter.client.FakeServer.FORMAT_OK;
import static dev.natter.client.FakeServer.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.message.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectTest {

    private final RecordingListener listener = new RecordingListener();
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
    void isDoneOnceBothTheWelcomeAndTheFormatAreThere() throws Exception {
        CompletableFuture<ChatClient> connected = connect();
        try (FakeServer.Visitor visitor = server.accept()) {
            visitor.hears("FORMAT JSON");
            visitor.says(WELCOME);
            assertThat(listener.next()).isInstanceOf(Event.Welcome.class);
            assertThat(connected).isNotDone();
            visitor.says(FORMAT_OK);
            ChatClientTest.get(connected).close();
            visitor.hearsHangUp();
        }
    }

    /** The server waits for the first line for 250 ms only: on a slow line its welcome is in text, and comes again. */
    @Test
    void aWelcomeInTextIsWaitedOut() throws Exception {
        CompletableFuture<ChatClient> connected = connect();
        try (FakeServer.Visitor visitor = server.accept()) {
            visitor.says("[server] Welcome to natter. You are guest1 in #lobby (3 online). HELP lists the commands.");
            visitor.says("[bob] {\"type\":\"ok\"}");
            visitor.says(FORMAT_OK);
            visitor.says(WELCOME);
            assertThat(ChatClientTest.get(connected).nick()).hasToString("guest1");
            assertThat(listener.next()).isInstanceOf(Event.Welcome.class);
        }
    }

    @Test
    void aRefusalOverALimitHasItsCode() throws Exception {
        CompletableFuture<ChatClient> connected = connect();
        try (FakeServer.Visitor visitor = server.accept()) {
            visitor.says("{\"type\":\"error\",\"command\":null,\"code\":\"too-many-connections\","
                    + "\"message\":\"too many connections\"}");
        }
        assertThat(ConnectionEndTest.why(connected))
                .hasMessage("too-many-connections: too many connections")
                .isInstanceOfSatisfying(
                        ConnectionException.class,
                        why -> assertThat(why.code()).contains(ErrorCode.TOO_MANY_CONNECTIONS));
    }

    @Test
    void aRefusalInTextSaysWhy() throws Exception {
        CompletableFuture<ChatClient> connected = connect();
        try (FakeServer.Visitor visitor = server.accept()) {
            visitor.says("[server] error: too many connections from your address");
            visitor.hears("FORMAT JSON");
        }
        assertThat(ConnectionEndTest.why(connected)).hasMessage("too many connections from your address");
    }

    @Test
    void anotherKindOfServerIsRecognized() throws Exception {
        CompletableFuture<ChatClient> connected = connect();
        try (FakeServer.Visitor visitor = server.accept()) {
            visitor.says("SSH-2.0-OpenSSH_9.2");
            assertThat(ConnectionEndTest.why(connected))
                    .hasMessage("whoever answers there does not speak Natter's protocol");
        }
    }

    @Test
    void aSilentServerIsGivenUp() throws Exception {
        CompletableFuture<ChatClient> connected =
                ChatClient.connect(server.host(), server.port(), null, listener, Duration.ofMillis(50));
        try (FakeServer.Visitor visitor = server.accept()) {
            visitor.hears("FORMAT JSON");
            assertThat(ConnectionEndTest.why(connected)).hasMessage("the server said nothing for 50 ms");
        }
    }

    @Test
    void aSilentServerIsGivenUpAfterHangingUpToo() throws Exception {
        CompletableFuture<ChatClient> connected =
                ChatClient.connect(server.host(), server.port(), null, listener, Duration.ofMillis(50));
        try (FakeServer.Visitor visitor = server.welcome()) {
            ChatClient client = ChatClientTest.get(connected);
            client.close();
            visitor.hearsHangUp();
            ChatClientTest.get(client.closed());
        }
    }

    @Test
    void nobodyListens() throws Exception {
        server.close();
        assertThat(ConnectionEndTest.why(connect())).hasMessage("connection refused");
    }

    private CompletableFuture<ChatClient> connect() {
        return ChatClient.connect(server.host(), server.port(), listener);
    }
}
