package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.ChatClient;
import dev.natter.client.FakeServer;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be said about lines when the connection ends before all is answered. */
class DeliveriesTest {

    private final CompletableFuture<Void> killed = new CompletableFuture<>();
    private FakeServer server;
    private FakeServer.Visitor visitor;
    private ChatClient client;
    private Deliveries deliveries;

    @BeforeEach
    void connect() throws Exception {
        server = new FakeServer();
        CompletableFuture<ChatClient> connected = ChatClient.connect(server.host(), server.port(), (chat, event) -> {
            if (event instanceof Event.Killed) {
                killed.complete(null);
            }
        });
        visitor = server.welcome();
        client = get(connected);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        deliveries = new Deliveries(
                client,
                new Surroundings(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), false, false, false));
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        visitor.close();
        server.close();
    }

    @Test
    void whatWasNeverSentDoesNotCountAsUnanswered() throws Exception {
        deliveries.send(new Command.Say("one"), "line 1");
        deliveries.send(new Command.Say("three"), "line 3");
        deliveries.send(new Command.Say("four"), "line 4");
        visitor.hears("MSG one");
        visitor.saysOk("MSG");
        endsTheConnection();
        for (int line = 5; line <= 200; line++) {
            deliveries.send(new Command.Say("too late"), "line " + line);
        }
        visitor.close();
        deliveries.awaitAnswers();
        assertThat(deliveries.haveFailed()).isTrue();
        assertThat(deliveries.progress()).isEqualTo("lines answered: 1, not answered: 2, the first of them line 3");
    }

    @Test
    void whereAllIsAnsweredTheFirstThatWasNotSentIsNamed() throws Exception {
        deliveries.send(new Command.Say("one"), "line 1");
        visitor.hears("MSG one");
        visitor.saysOk("MSG");
        endsTheConnection();
        assertThat(deliveries.haveFailed()).isFalse();
        deliveries.send(new Command.Say("two"), "line 2");
        deliveries.send(new Command.Say("three"), "line 3");
        deliveries.awaitAnswers();
        assertThat(deliveries.haveFailed()).isTrue();
        assertThat(deliveries.progress()).isEqualTo("lines answered: 1, not answered: 0, the first not sent line 2");
    }

    @Test
    void whatHasNoNumberIsOnlyCounted() throws Exception {
        deliveries.send(new Command.Say("one"), "");
        visitor.hears("MSG one");
        endsTheConnection();
        visitor.close();
        deliveries.awaitAnswers();
        assertThat(deliveries.progress()).isEqualTo("lines answered: 0, not answered: 1");
    }

    private void endsTheConnection() throws Exception {
        visitor.says("{\"type\":\"killed\",\"time\":\"2026-11-20T09:30:00Z\",\"nick\":\"guest1\",\"by\":\"bob\"}");
        get(killed);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
