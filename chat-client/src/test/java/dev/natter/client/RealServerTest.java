package dev.natter.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import dev.natter.testkit.Telnet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library and this project's server understand each other. */
class RealServerTest {

    private final RecordingListener listener = new RecordingListener();
    private RealServer server;
    private ChatClient client;

    @BeforeEach
    void connect() throws Exception {
        server = RealServer.start();
        client = get(ChatClient.connect(server.host(), server.port(), listener));
        assertThat(listener.next()).isInstanceOf(Event.Welcome.class);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void twoPeopleTalk() throws Exception {
        try (Telnet bob = server.person("bob")) {
            assertThat(listener.next()).isInstanceOf(Event.Joined.class);
            assertThat(listener.next()).isInstanceOf(Event.Renamed.class);
            get(client.send(new Command.TakeNick(Nick.of("alice"))));
            bob.hears("[server] guest1 is now alice");
            get(client.send(new Command.Say("hello")));
            bob.hears("[alice] hello");
            bob.sends("hello alice is no command").hears("[server] error: *");
            bob.sends("TELL alice psst");
            assertThat(listener.next()).isInstanceOf(Reply.Named.class);
            assertThat(listener.next()).isInstanceOf(Reply.Done.class);
            assertThat(listener.next())
                    .isInstanceOfSatisfying(
                            Event.PrivateMessage.class,
                            message -> assertThat(message.text()).isEqualTo("psst"));
        }
    }

    @Test
    void everyReplyCanBeRead() throws Exception {
        get(client.send(new Command.BecomeOperator(RealServer.OPERATOR_PASSWORD)));
        List<Command> commands = List.of(
                new Command.TakeNick(Nick.of("alice")),
                new Command.Join(RoomName.of("#dev")),
                new Command.Who(null),
                new Command.Whois(Nick.of("alice")),
                new Command.ListRooms(),
                new Command.Echo(true),
                new Command.Say("hello"),
                new Command.Tell(new Command.Target.Room(RoomName.of("#dev")), "hello"),
                new Command.Leave(null),
                new Command.Ping(""),
                new Command.Help(null),
                new Command.ShowStats());
        for (Command command : commands) {
            assertThat(get(client.send(command))).as(command.toString()).isNotInstanceOf(Reply.Refused.class);
        }
        assertThat(get(client.send(new Command.Who(RoomName.of("#nowhere")))))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NO_SUCH_ROOM));
    }

    @Test
    void thousandsOfCommandsAtOnceAreAnsweredInOrder() throws Exception {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            replies.add(client.send(new Command.Ping("number " + i)));
        }
        for (int i = 0; i < replies.size(); i++) {
            assertThat(get(replies.get(i))).isEqualTo(new Reply.Pong("number " + i));
        }
    }

    /** In JSON a control character takes six bytes, so a text can be longer than any line that a client may send. */
    @Test
    void theLongestMessageIsHeard() throws Exception {
        String text = "\u0001".repeat(2000);
        get(client.send(new Command.Echo(true)));
        get(client.send(new Command.Say(text)));
        assertThat(listener.next()).isInstanceOf(Reply.Echoing.class);
        assertThat(listener.next())
                .isInstanceOfSatisfying(
                        Event.Message.class,
                        message -> assertThat(message.text()).isEqualTo(text));
    }

    @Test
    void hangingUpLetsAllThatWasSaidBeCarriedOut() throws Exception {
        try (Telnet bob = server.person("bob")) {
            List<CompletableFuture<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                replies.add(client.send(new Command.Say("number " + i)));
            }
            client.close();
            for (int i = 0; i < 1_000; i++) {
                bob.hears("[guest1] number " + i);
                assertThat(get(replies.get(i))).isInstanceOf(Reply.Done.class);
            }
            bob.hears("[server] guest1 left #lobby (1 online)");
            get(client.closed());
        }
    }

    @Test
    void aKilledClientKnowsByWhomAndWhy() {
        try (Telnet bob = server.person("bob")) {
            bob.sends("OPER " + RealServer.OPERATOR_PASSWORD).hears("[server] you are an operator");
            bob.sends("KILL guest1 enough").hears("[server] guest1 left #lobby (1 online, killed by bob): enough");
            assertThat(ConnectionEndTest.why(client.closed())).hasMessage("killed by bob: enough");
        }
    }

    @Test
    void aServerThatStopsSaysWhy() {
        server.stop("maintenance");
        assertThat(ConnectionEndTest.why(client.closed())).hasMessage("closed by the server: maintenance");
    }

    @Test
    void aServerThatIsFullSaysSo() throws Exception {
        try (RealServer small = RealServer.startFor(1);
                ChatClient first = get(ChatClient.connect(small.host(), small.port(), listener))) {
            assertThat(ConnectionEndTest.why(ChatClient.connect(small.host(), small.port(), listener)))
                    .hasMessage("too-many-connections: too many connections");
            assertThat(first.nick()).hasToString("guest1");
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return ChatClientTest.get(future);
    }
}
