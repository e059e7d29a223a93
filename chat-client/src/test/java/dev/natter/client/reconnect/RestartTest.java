package dev.natter.client.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.ConnectionException;
import dev.natter.client.RealServer;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import dev.natter.testkit.Telnet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** This project's server keeps the promise on which the sending again rests: before its last words it answers all. */
class RestartTest {

    private static final int LINES = 500;
    private static final int AT_ONCE = 100;

    private final RecordingReconnectListener listener = new RecordingReconnectListener();

    @Test
    void whatIsUnderWayWhenTheServerStopsIsSaidOnceAndInOrder() throws Exception {
        RealServer first = RealServer.startFor(new RealServer.Rate(AT_ONCE));
        Telnet bob = first.person("bob");
        ReconnectingClient client = ReconnectingClient.open(
                new Endpoint(first.host(), first.port(), null),
                new Presence(Nick.of("alice"), List.of(RoomName.of("#dev"))),
                Manners.STRICT,
                listener,
                new Backoff(Duration.ofHours(2), Duration.ofHours(2)));
        List<CompletableFuture<Reply>> replies;
        int saidAtFirst;
        try (first;
                bob) {
            get(client.opened());
            bob.hears("[server] guest1 joined #lobby (2 online)").hears("[server] guest1 is now alice");
            bob.hears("[server] alice left #lobby (1 online)");
            bob.sends("JOIN #dev").hears("[server] you are in #dev (2 online)");
            replies = IntStream.range(0, LINES)
                    .mapToObj(i -> client.send(new Command.Say("line " + i)))
                    .toList();
            bob.hears("[alice] line 0");
            first.stop("maintenance");
            List<String> heard = bob.linesUntilEnd();
            saidAtFirst = heard.size(); // line 0 is not among them, and "closing" is
            assertThat(heard).endsWith("[server] closing: maintenance");
            assertThat(heard.subList(0, saidAtFirst - 1))
                    .isEqualTo(IntStream.range(1, saidAtFirst)
                            .mapToObj(i -> "[alice] line " + i)
                            .toList());
        }
        listener.state(ConnectionState.Connected.class);
        assertThat(listener.state(ConnectionState.Waiting.class).why()).hasMessage("closed by the server: maintenance");
        assertThat(saidAtFirst).isLessThan(LINES);
        try (RealServer second = first.startAgain();
                client;
                Telnet carol = second.person("carol")) {
            carol.sends("JOIN #dev").hears("[server] you are in #dev (1 online)");
            carol.sends("LEAVE #lobby").hears("[server] you are in #dev (1 online)");
            client.retryNow();
            carol.hears("[server] alice joined #dev (2 online)");
            for (int i = saidAtFirst; i < LINES; i++) {
                carol.hears("[alice] line " + i);
            }
            for (CompletableFuture<Reply> reply : replies) {
                assertThat(get(reply)).isInstanceOf(Reply.Done.class);
            }
            carol.settles();
        }
    }

    @Test
    void whatIsUnderWayWhenAnOperatorThrowsOneOutIsAnsweredOrWasNotSaid() throws Exception {
        try (RealServer server = RealServer.startFor(new RealServer.Rate(AT_ONCE));
                Telnet bob = server.person("bob")) {
            bob.sends("OPER " + RealServer.OPERATOR_PASSWORD).hears("[server] you are an operator");
            ReconnectingClient client = ReconnectingClient.open(
                    new Endpoint(server.host(), server.port(), null),
                    new Presence(null, List.of()),
                    Manners.STRICT,
                    listener);
            get(client.opened());
            bob.hears("[server] guest1 joined #lobby (2 online)");
            List<CompletableFuture<Reply>> replies = IntStream.range(0, LINES)
                    .mapToObj(i -> client.send(new Command.Say("line " + i)))
                    .toList();
            bob.hears("[guest1] line 0");
            bob.sends("KILL guest1");
            int said = 1;
            String line = bob.nextLine();
            for (; line.equals("[guest1] line " + said); line = bob.nextLine()) {
                said++;
            }
            assertThat(line).isEqualTo("[server] guest1 left #lobby (1 online, killed by bob)");
            assertThat(listener.state(ConnectionState.Connected.class).again()).isFalse();
            assertThat(listener.state(ConnectionState.Ended.class).why()).hasMessage("killed by bob");
            assertThat(said).isLessThan(LINES);
            for (int i = 0; i < LINES; i++) {
                CompletableFuture<Reply> reply = replies.get(i);
                if (i < said) {
                    assertThat(get(reply)).isInstanceOf(Reply.Done.class);
                } else {
                    assertThat(reply)
                            .failsWithin(Duration.ofSeconds(10))
                            .withThrowableThat()
                            .havingCause()
                            .isInstanceOfSatisfying(
                                    ConnectionException.class,
                                    why -> assertThat(why.mayHaveBeenCarriedOut())
                                            .isFalse());
                }
            }
        }
    }

    @Test
    void nickAndRoomsAreTakenAgainButNotFromSomebodyElse() throws Exception {
        RealServer first = RealServer.start();
        ReconnectingClient client = ReconnectingClient.open(
                new Endpoint(first.host(), first.port(), null),
                new Presence(Nick.of("alice"), List.of(RoomName.of("#a"), RoomName.of("#b"))),
                Manners.STRICT,
                listener,
                new Backoff(Duration.ofHours(2), Duration.ofHours(2)));
        get(client.opened());
        first.stop("maintenance");
        listener.state(ConnectionState.Connected.class);
        listener.state(ConnectionState.Waiting.class);
        try (RealServer second = first.startAgain();
                client;
                Telnet other = second.person("Alice")) {
            client.retryNow();
            listener.state(ConnectionState.Connecting.class);
            ConnectionState.Connected connected = listener.state(ConnectionState.Connected.class);
            assertThat(connected.nick()).isEqualTo(Nick.of("alice_"));
            assertThat(connected.rooms()).containsExactly(RoomName.of("#a"), RoomName.of("#b"));
            assertThat(connected.online()).isEqualTo(1);
            assertThat(connected.remarks()).containsExactly("the nickname \"alice\" is in use; you are \"alice_\"");
            other.hears("[server] guest1 joined #lobby (2 online)").hears("[server] guest1 is now alice_");
            other.hears("[server] alice_ left #lobby (1 online)");
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
