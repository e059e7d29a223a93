package dev.natter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatClientTest {

    private final RecordingListener listener = new RecordingListener();
    private FakeServer server;
    private FakeServer.Visitor visitor;
    private ChatClient client;

    @BeforeEach
    void connect() throws Exception {
        server = new FakeServer();
        CompletableFuture<ChatClient> connected = ChatClient.connect(server.host(), server.port(), listener);
        visitor = server.welcome();
        client = get(connected);
        assertThat(listener.next()).isInstanceOf(Event.Welcome.class);
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        visitor.close();
        server.close();
    }

    @Test
    void theWelcomeSaysWhoAndWhereOneIs() {
        assertThat(client.nick()).isEqualTo(Nick.of("guest1"));
        assertThat(client.room()).isEqualTo(RoomName.LOBBY);
    }

    @Test
    void repliesComeInTheOrderOfTheCommandsWithoutWaitingForOneAnother() throws Exception {
        CompletableFuture<Reply> said = client.send(new Command.Say("hello"));
        CompletableFuture<Reply> refused = client.send(new Command.TakeNick(Nick.of("alice")));
        CompletableFuture<Reply> pong = client.send(new Command.Ping("1"));
        visitor.hears("MSG hello");
        visitor.hears("NICK alice");
        visitor.hears("PING 1");

        visitor.saysOk("MSG");
        visitor.refuses("NICK", "nick-in-use", "taken");
        visitor.says("{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"1\"}");

        assertThat(get(said)).isEqualTo(new Reply.Done(Verb.MSG));
        assertThat(get(refused)).isEqualTo(new Reply.Refused("NICK", ErrorCode.NICK_IN_USE, "taken"));
        assertThat(get(pong)).isEqualTo(new Reply.Pong("1"));
    }

    @Test
    void repliesAreHeardInTheirPlaceAmongTheEvents() throws Exception {
        CompletableFuture<Reply> said = client.send(new Command.Say("hello"));
        visitor.hears("MSG hello");
        visitor.saysMessage("#lobby", "bob", "before");
        visitor.saysOk("MSG");
        visitor.saysMessage("#lobby", "bob", "behind");

        assertThat(listener.next())
                .isInstanceOfSatisfying(
                        Event.Message.class,
                        message -> assertThat(message.text()).isEqualTo("before"));
        assertThat(listener.next()).isEqualTo(get(said));
        assertThat(listener.next())
                .isInstanceOfSatisfying(
                        Event.Message.class,
                        message -> assertThat(message.text()).isEqualTo("behind"));
    }

    @Test
    void onesOwnCommandsChangeWhoAndWhereOneIs() throws Exception {
        CompletableFuture<Reply> named = client.send(new Command.TakeNick(Nick.of("alice")));
        CompletableFuture<Reply> entered = client.send(new Command.Join(RoomName.of("#dev")));
        visitor.hears("NICK alice");
        visitor.hears("JOIN #dev");
        visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"alice\"}");
        visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":1}");
        get(named);
        get(entered);
        assertThat(client.nick()).isEqualTo(Nick.of("alice"));
        assertThat(client.room()).isEqualTo(RoomName.of("#dev"));

        CompletableFuture<Reply> left = client.send(new Command.Leave(null));
        visitor.hears("LEAVE");
        visitor.says("{\"type\":\"ok\",\"command\":\"LEAVE\",\"room\":\"#lobby\",\"online\":4}");
        get(left);
        assertThat(client.room()).isEqualTo(RoomName.LOBBY);
    }

    @Test
    void whatANewerServerSaysBesideIsPassedOver() throws Exception {
        visitor.says("{\"type\":\"weather\",\"sky\":[\"blue\"]}");
        visitor.says("{\"type\":\"joined\",\"time\":\"2026-11-20T09:30:00Z\",\"room\":\"#lobby\",\"nick\":\"bob\","
                + "\"online\":4,\"mood\":{\"good\":true}}");
        assertThat(listener.next()).isInstanceOf(Event.Joined.class);
    }

    @Test
    void thousandsOfCommandsAtOnceAreAnsweredInOrder() throws Exception {
        int count = 5_000;
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            replies.add(client.send(new Command.Ping("number " + i)));
        }
        for (int i = 0; i < count; i++) {
            visitor.hears("PING number " + i);
            visitor.says("{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"number " + i + "\"}");
        }
        for (int i = 0; i < count; i++) {
            assertThat(get(replies.get(i))).isEqualTo(new Reply.Pong("number " + i));
        }
    }

    @Test
    void aListenerMayAnswerWhatItHears() throws Exception {
        CompletableFuture<ChatClient> connected = ChatClient.connect(server.host(), server.port(), (bot, event) -> {
            if (event instanceof Event.Message message) {
                bot.send(new Command.Say(message.from() + " said " + message.text()));
            }
        });
        try (FakeServer.Visitor other = server.welcome()) {
            other.saysMessage("#lobby", "bob", "hello");
            other.hears("MSG bob said hello");
            get(connected).close();
            other.hearsHangUp();
        }
    }

    @Test
    void aListenerThatFailsHearsOn() throws Exception {
        CompletableFuture<Event> second = new CompletableFuture<>();
        CompletableFuture<ChatClient> connected = ChatClient.connect(server.host(), server.port(), (bot, event) -> {
            if (event instanceof Event.Welcome) {
                throw new IllegalStateException("this failure belongs to a test");
            }
            second.complete(event);
        });
        try (FakeServer.Visitor other = server.welcome()) {
            other.saysMessage("#lobby", "bob", "hello");
            assertThat(get(second)).isInstanceOf(Event.Message.class);
            get(connected).close();
        }
    }

    @Test
    void whatCannotBeSentIsTheCallersMistake() {
        assertThatThrownBy(() -> client.send(new Command.Say("two\nlines")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.send(new Command.ChooseFormat(WireFormat.TEXT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hangingUpLetsAllThatWasSaidBeAnswered() throws Exception {
        CompletableFuture<Reply> said = client.send(new Command.Say("hello"));
        client.close();
        visitor.hears("MSG hello");
        visitor.hearsHangUp();
        assertThat(said).isNotDone();

        visitor.saysMessage("#lobby", "bob", "bye");
        visitor.saysOk("MSG");
        visitor.close();

        assertThat(get(said)).isEqualTo(new Reply.Done(Verb.MSG));
        assertThat(listener.next()).isInstanceOf(Event.Message.class);
        get(client.closed());
        assertThatThrownBy(() -> get(client.send(new Command.Say("too late"))))
                .hasRootCauseInstanceOf(ConnectionException.class);
    }

    @Test
    void itsThreadEndsWithTheConnection() throws Exception {
        client.close();
        visitor.close();
        get(client.closed());
        listener.thread().join(10_000);
        assertThat(listener.thread().isAlive()).isFalse();
    }

    @Test
    void anEndAfterAQuitIsInOrder() throws Exception {
        CompletableFuture<Reply> quit = client.send(new Command.Quit("bye"));
        visitor.hears("QUIT bye");
        visitor.saysOk("QUIT");
        visitor.close();
        assertThat(get(quit)).isEqualTo(new Reply.Done(Verb.QUIT));
        get(client.closed());
    }

    @Test
    void anEndAfterAKillOfOneselfIsInOrderToo() throws Exception {
        Nick self = client.nick();
        CompletableFuture<Reply> kill = client.send(new Command.Kill(self, null));
        visitor.hears("KILL " + self);
        visitor.says("{\"type\":\"ok\",\"command\":\"KILL\",\"nick\":\"" + self + "\"}");
        visitor.close();
        assertThat(get(kill)).isEqualTo(new Reply.Removed(self));
        get(client.closed());
    }

    @Test
    void anEndAfterAShutdownIsInOrderToo() throws Exception {
        CompletableFuture<Reply> shutdown = client.send(new Command.Shutdown("maintenance"));
        visitor.hears("SHUTDOWN maintenance");
        visitor.saysOk("SHUTDOWN");
        visitor.says("{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00Z\",\"reason\":\"maintenance\"}");
        visitor.close();
        assertThat(get(shutdown)).isEqualTo(new Reply.Done(Verb.SHUTDOWN));
        get(client.closed());
    }

    @Test
    void aShutdownThatIsRefusedIsNoGoodbye() throws Exception {
        CompletableFuture<Reply> shutdown = client.send(new Command.Shutdown(null));
        visitor.hears("SHUTDOWN");
        visitor.refuses("SHUTDOWN", "not-operator", "only operators may");
        assertThat(get(shutdown)).isInstanceOf(Reply.Refused.class);
        visitor.close();
        assertThat(ConnectionEndTest.why(client.closed())).hasMessage("the server ended the connection");
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
