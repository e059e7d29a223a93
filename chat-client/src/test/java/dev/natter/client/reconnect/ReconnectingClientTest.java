package dev.natter.client.reconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.natter.client.ConnectionException;
import dev.natter.client.FakeServer;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client does on each connection, line by line. */
class ReconnectingClientTest {

    private static final Presence GUEST = new Presence(null, List.of());
    private static final String CLOSING =
            "{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00Z\",\"reason\":\"maintenance\"}";

    private final RecordingReconnectListener listener = new RecordingReconnectListener();
    private FakeServer server;
    private ReconnectingClient client;

    @BeforeEach
    void startServer() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void takesNickAndRoomsAndLeavesTheLobbyBeforeItIsOpen() throws Exception {
        open(presence("alice", "#dev", "#ops"), Manners.STRICT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            CompletableFuture<Reply> early = client.send(new Command.Say("kept"));
            takesAlice(visitor);
            joins(visitor, "#dev");
            joins(visitor, "#ops");
            leavesTheLobby(visitor, "#ops");
            visitor.hears("MSG kept");
            visitor.saysOk("MSG");
            assertThat(get(early)).isEqualTo(new Reply.Done(Verb.MSG));
            get(client.opened());
        }
        ConnectionState.Connected connected = listener.state(ConnectionState.Connected.class);
        assertThat(connected.nick()).isEqualTo(Nick.of("alice"));
        assertThat(connected.rooms()).containsExactly(RoomName.of("#dev"), RoomName.of("#ops"));
        assertThat(connected.room()).isEqualTo(RoomName.of("#ops"));
        assertThat(connected.online()).isEqualTo(7);
        assertThat(connected.again()).isFalse();
        assertThat(connected.remarks()).isEmpty();
        assertThat(listener.reply()).isEqualTo(new Reply.Done(Verb.MSG));
    }

    @Test
    void whoeverIsStrictLeavesAtARefusal() throws Exception {
        open(presence("alice"), Manners.STRICT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK alice");
            visitor.refuses("NICK", "nick-in-use", "taken");
            visitor.hearsHangUp();
        }
        assertThat(why(client.opened()))
                .hasMessage("nick-in-use: taken")
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        why -> assertThat(why.refused().code()).isEqualTo(ErrorCode.NICK_IN_USE));
        assertThat(why(client.ended())).isInstanceOf(ConnectionException.class).hasMessage("nick-in-use: taken");
        assertThat(listener.state(ConnectionState.Ended.class).why()).hasMessage("nick-in-use: taken");
    }

    @Test
    void whoeverIsLenientTakesAnotherNickAndSaysSo() throws Exception {
        open(presence("alice"), Manners.LENIENT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK alice");
            visitor.refuses("NICK", "nick-in-use", "taken");
            visitor.hears("NICK alice_");
            visitor.refuses("NICK", "nick-in-use", "taken");
            visitor.hears("NICK alice__");
            visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"alice__\"}");
            assertThat(listener.state(ConnectionState.Connected.class).remarks())
                    .containsExactly("the nickname \"alice\" is in use; you are \"alice__\"");
        }
    }

    @Test
    void whereNoNickIsFreeOneStaysAGuest() throws Exception {
        String longest = "a".repeat(29);
        open(presence(longest), Manners.LENIENT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK " + longest);
            visitor.refuses("NICK", "nick-in-use", "taken");
            visitor.hears("NICK " + longest + "_");
            visitor.refuses("NICK", "nick-in-use", "taken");
            assertThat(listener.state(ConnectionState.Connected.class).remarks())
                    .containsExactly("the nickname \"" + longest + "\" is in use; you are \"guest1\"");
        }
    }

    @Test
    void theFirstAttemptIsTheOnlyOne() throws Exception {
        server.close();
        open(GUEST, Manners.LENIENT);
        assertThat(why(client.opened())).isInstanceOf(ConnectionException.class).hasMessage("connection refused");
        assertThat(why(client.ended())).hasMessage("connection refused");
        assertThat(listener.state(ConnectionState.Ended.class).why()).hasMessage("connection refused");
        assertThat(why(client.send(new Command.Say("too late")))).hasMessage("connection refused");
    }

    @Test
    void comesBackAndTakesEverythingAgain() throws Exception {
        open(presence("alice", "#dev"), Manners.STRICT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            takesAlice(visitor);
            joins(visitor, "#dev");
            leavesTheLobby(visitor, "#dev");
            CompletableFuture<Reply> echo = client.send(new Command.Echo(true));
            CompletableFuture<Reply> oper = client.send(new Command.BecomeOperator("secret"));
            CompletableFuture<Reply> join = client.send(new Command.Join(RoomName.of("#ops")));
            visitor.hears("ECHO ON");
            visitor.says("{\"type\":\"ok\",\"command\":\"ECHO\",\"echo\":true}");
            visitor.hears("OPER secret");
            visitor.saysOk("OPER");
            joins(visitor, "#ops");
            get(echo);
            get(oper);
            get(join);
        }
        listener.state(ConnectionState.Connected.class);
        assertThat(listener.state(ConnectionState.Waiting.class).why()).hasMessage("the server ended the connection");
        listener.state(ConnectionState.Connecting.class);
        try (FakeServer.Visitor visitor = server.welcome()) {
            takesAlice(visitor);
            joins(visitor, "#dev");
            joins(visitor, "#ops");
            leavesTheLobby(visitor, "#ops");
            visitor.hears("ECHO ON");
            visitor.says("{\"type\":\"ok\",\"command\":\"ECHO\",\"echo\":true}");
            ConnectionState.Connected connected = listener.state(ConnectionState.Connected.class);
            assertThat(connected.again()).isTrue();
            assertThat(connected.rooms()).containsExactly(RoomName.of("#dev"), RoomName.of("#ops"));
            assertThat(connected.remarks()).containsExactly("you are no operator any more");
        }
    }

    @Test
    void theWantedNickIsTriedAgainEachTime() throws Exception {
        open(presence("alice"), Manners.STRICT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            takesAlice(visitor);
            get(client.opened());
        }
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK alice");
            visitor.refuses("NICK", "nick-in-use", "taken");
            visitor.hears("NICK alice_");
            visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"alice_\"}");
            assertAnswersPing(visitor);
            assertThat(client.nick()).hasToString("alice_");
        }
        try (FakeServer.Visitor visitor = server.welcome()) {
            takesAlice(visitor);
            CompletableFuture<Reply> another = client.send(new Command.TakeNick(Nick.of("carol")));
            visitor.hears("NICK carol");
            visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"carol\"}");
            get(another);
        }
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK carol");
        }
    }

    @Test
    void whatWasNotAnsweredFailsAsUnknownAndWhatCameLaterIsKept() throws Exception {
        open(GUEST, Manners.STRICT);
        CompletableFuture<Reply> unknown;
        try (FakeServer.Visitor visitor = server.welcome()) {
            get(client.opened());
            unknown = client.send(new Command.Say("unknown"));
            visitor.hears("MSG unknown");
        }
        assertThat(((ConnectionException) why(unknown)).mayHaveBeenCarriedOut()).isTrue();
        listener.state(ConnectionState.Connected.class);
        listener.state(ConnectionState.Waiting.class);
        CompletableFuture<Reply> one = client.send(new Command.Say("one"));
        CompletableFuture<Reply> two = client.send(new Command.Say("two"));
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG one");
            visitor.hears("MSG two");
            visitor.saysOk("MSG");
            visitor.saysOk("MSG");
            get(one);
            get(two);
        }
    }

    @Test
    void whatTheServerDidNotAnswerBeforeItsLastWordsIsSentAgainInOrder() throws Exception {
        open(GUEST, Manners.STRICT);
        List<CompletableFuture<Reply>> replies;
        try (FakeServer.Visitor visitor = server.welcome()) {
            get(client.opened());
            replies = Arrays.asList(
                    client.send(new Command.Say("one")),
                    client.send(new Command.Say("two")),
                    client.send(new Command.Say("three")));
            visitor.hears("MSG one");
            visitor.hears("MSG two");
            visitor.hears("MSG three");
            visitor.saysOk("MSG");
            visitor.says(CLOSING);
            get(replies.get(0));
        }
        CompletableFuture<Reply> four = client.send(new Command.Say("four"));
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG two");
            visitor.hears("MSG three");
            visitor.hears("MSG four");
            visitor.saysOk("MSG");
            visitor.saysOk("MSG");
            visitor.saysOk("MSG");
            get(four);
        }
    }

    @Test
    void ofAServerThatCallsUsTooSlowAnswersMayBeMissing() throws Exception {
        open(GUEST, Manners.STRICT);
        CompletableFuture<Reply> said = client.send(new Command.Say("one"));
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG one");
            visitor.says(CLOSING.replace("maintenance", "too slow"));
        }
        assertThat(((ConnectionException) why(said)).mayHaveBeenCarriedOut()).isTrue();
    }

    @Test
    void whereOneSpeaksIsSettledAgainBeforeWhatWasSaidThere() throws Exception {
        open(GUEST, Manners.STRICT);
        CompletableFuture<Reply> join;
        try (FakeServer.Visitor visitor = server.welcome()) {
            get(client.opened());
            join = client.send(new Command.Join(RoomName.of("#dev")));
            visitor.hears("JOIN #dev");
        }
        listener.state(ConnectionState.Connected.class);
        listener.state(ConnectionState.Waiting.class);
        CompletableFuture<Reply> said = client.send(new Command.Say("to #dev"));
        try (FakeServer.Visitor visitor = server.welcome()) {
            joins(visitor, "#dev");
            visitor.hears("MSG to #dev");
            visitor.saysOk("MSG");
            get(join);
            get(said);
        }
    }

    @Test
    void whatWasMeantForARoomThatIsClosedToUsNowIsNotSaidElsewhere() throws Exception {
        open(presence("alice", "#dev"), Manners.LENIENT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            takesAlice(visitor);
            joins(visitor, "#dev");
            leavesTheLobby(visitor, "#dev");
            get(client.opened());
        }
        listener.state(ConnectionState.Connected.class);
        listener.state(ConnectionState.Waiting.class);
        CompletableFuture<Reply> said = client.send(new Command.Say("to #dev"));
        CompletableFuture<Reply> told = client.send(new Command.Ping("1"));
        try (FakeServer.Visitor visitor = server.welcome()) {
            takesAlice(visitor);
            visitor.hears("JOIN #dev");
            visitor.refuses("JOIN", "too-many-rooms", "too many");
            leavesTheLobby(visitor, "#lobby");
            visitor.hears("PING 1");
            visitor.says("{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"1\"}");
            get(told);
            ConnectionException why = (ConnectionException) why(said);
            assertThat(why).hasMessage("#dev could not be entered again");
            assertThat(why.mayHaveBeenCarriedOut()).isFalse();
        }
        listener.state(ConnectionState.Connecting.class);
        assertThat(listener.state(ConnectionState.Connected.class).remarks())
                .containsExactly("you are not in #dev: too many");
        listener.state(ConnectionState.Waiting.class);
        try (FakeServer.Visitor visitor = server.welcome()) {
            takesAlice(visitor);
            joins(visitor, "#dev");
        }
    }

    @Test
    void whoeverIsKilledDoesNotComeBack() throws Exception {
        open(GUEST, Manners.STRICT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            get(client.opened());
            visitor.says("{\"type\":\"killed\",\"time\":\"2026-11-20T09:30:00Z\",\"nick\":\"guest1\",\"by\":\"bob\"}");
        }
        assertThat(why(client.ended())).hasMessage("killed by bob");
        listener.state(ConnectionState.Connected.class);
        assertThat(listener.state(ConnectionState.Ended.class).why()).hasMessage("killed by bob");
        assertThat(((ConnectionException) why(client.send(new Command.Say("no")))).mayHaveBeenCarriedOut())
                .isFalse();
    }

    @Test
    void aServerThatWantsTlsIsNotAskedAgain() throws Exception {
        open(GUEST, Manners.STRICT);
        isOpenedAndLost();
        try (FakeServer.Visitor visitor = server.accept()) {
            visitor.hears("FORMAT JSON");
            visitor.says("{\"type\":\"error\",\"command\":null,\"code\":\"tls-required\",\"message\":\"no\"}");
        }
        assertThat(why(client.ended())).hasMessage("tls-required: no");
    }

    @Test
    void aQuitEndsItForGood() throws Exception {
        open(GUEST, Manners.STRICT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            get(client.opened());
            CompletableFuture<Reply> quit = client.send(new Command.Quit("bye"));
            visitor.hears("QUIT bye");
            visitor.saysOk("QUIT");
            assertThat(get(quit)).isEqualTo(new Reply.Done(Verb.QUIT));
        }
        get(client.ended());
    }

    @Test
    void aQuitWithoutAConnectionEndsItAtOnce() throws Exception {
        openWith(new Backoff(Duration.ofHours(2), Duration.ofHours(2)));
        isOpenedAndLost();
        listener.state(ConnectionState.Connected.class);
        listener.state(ConnectionState.Waiting.class);
        CompletableFuture<Reply> kept = client.send(new Command.Say("kept"));
        assertThat(get(client.send(new Command.Quit(null)))).isEqualTo(new Reply.Done(Verb.QUIT));
        get(client.ended());
        assertThat(listener.state(ConnectionState.Ended.class).why()).isNull();
        assertThat(((ConnectionException) why(kept)).mayHaveBeenCarriedOut()).isFalse();
    }

    @Test
    void doesNotWaitWhereSomebodyIsImpatient() throws Exception {
        openWith(new Backoff(Duration.ofHours(2), Duration.ofHours(2)));
        isOpenedAndLost();
        listener.state(ConnectionState.Connected.class);
        listener.state(ConnectionState.Waiting.class);
        client.retryNow();
        client.retryNow();
        listener.state(ConnectionState.Connecting.class);
        try (FakeServer.Visitor visitor = server.welcome()) {
            assertThat(listener.state(ConnectionState.Connected.class).again()).isTrue();
            assertAnswersPing(visitor);
        }
    }

    @Test
    void closingLetsWhatWasSentBeAnswered() throws Exception {
        open(GUEST, Manners.STRICT);
        try (FakeServer.Visitor visitor = server.welcome()) {
            get(client.opened());
            CompletableFuture<Reply> said = client.send(new Command.Say("last"));
            client.close();
            visitor.hears("MSG last");
            visitor.hearsHangUp();
            visitor.saysOk("MSG");
            get(said);
        }
        get(client.ended());
        client.close();
        assertThat(why(client.send(new Command.Say("no")))).hasMessage("closed by this side");
    }

    @Test
    void aListenerMaySendFromWhereItIsCalled() throws Exception {
        CompletableFuture<Reply> said = new CompletableFuture<>();
        client = ReconnectingClient.open(
                endpoint(),
                GUEST,
                Manners.STRICT,
                (chat, event) -> chat.send(new Command.Say("hello")).thenAccept(said::complete));
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG hello");
            visitor.saysOk("MSG");
            assertThat(get(said)).isEqualTo(new Reply.Done(Verb.MSG));
        }
    }

    @Test
    void whatCannotBeSaidIsRefusedAtOnce() throws Exception {
        open(GUEST, Manners.STRICT);
        assertThatThrownBy(() -> client.send(new Command.Say("two\nlines")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void isOpenedAndLost() throws Exception {
        FakeServer.Visitor visitor = server.welcome();
        get(client.opened());
        visitor.vanishes();
    }

    private void assertAnswersPing(FakeServer.Visitor visitor) throws Exception {
        CompletableFuture<Reply> pong = client.send(new Command.Ping("x"));
        visitor.hears("PING x");
        visitor.says("{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"x\"}");
        get(pong);
    }

    private static void takesAlice(FakeServer.Visitor visitor) throws IOException {
        visitor.hears("NICK alice");
        visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"alice\"}");
    }

    private static void joins(FakeServer.Visitor visitor, String room) throws IOException {
        visitor.hears("JOIN " + room);
        visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"" + room + "\",\"online\":5}");
    }

    private static void leavesTheLobby(FakeServer.Visitor visitor, String current) throws IOException {
        visitor.hears("LEAVE #lobby");
        visitor.says("{\"type\":\"ok\",\"command\":\"LEAVE\",\"room\":\"" + current + "\",\"online\":7}");
    }

    private static Presence presence(String nick, String... rooms) {
        return new Presence(
                Nick.of(nick), Arrays.stream(rooms).map(RoomName::of).toList());
    }

    private void open(Presence presence, Manners manners) {
        client = ReconnectingClient.open(
                endpoint(), presence, manners, listener, new Backoff(Duration.ofMillis(2), Duration.ofMillis(10)));
    }

    private void openWith(Backoff backoff) {
        client = ReconnectingClient.open(endpoint(), GUEST, Manners.STRICT, listener, backoff);
    }

    private Endpoint endpoint() {
        return new Endpoint(server.host(), server.port(), null);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    private static Throwable why(CompletableFuture<?> failed) {
        return catchThrowable(() -> get(failed)).getCause();
    }
}
