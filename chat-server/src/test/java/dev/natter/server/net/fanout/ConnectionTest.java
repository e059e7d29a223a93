package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.Verb;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A session's way out over a socket. */
final class ConnectionTest {

    private static final Instant TIME = Instant.parse("2026-11-20T09:30:00Z");
    private static final Event.PrivateMessage PSST =
            new Event.PrivateMessage(TIME, Nick.of("alice"), Nick.of("bob"), "psst");

    private final OneLoop loop = new OneLoop();
    private final Member alice = loop.member();
    private final Connection connection = alice.connection();

    @Test
    void everythingKeepsItsOrderWhereverItComesFrom() {
        RoomBroadcast lobby = new RoomBroadcast();
        lobby.add(connection, true);
        connection.reply(new Reply.Pong("1"));
        lobby.send(new Event.Message(TIME, RoomName.LOBBY, Nick.of("bob"), "2"), null);
        connection.hear(PSST);
        connection.hearOwn(PSST);
        connection.hearOwn(new Event.Message(TIME, RoomName.LOBBY, Nick.of("alice"), "here"), true);
        connection.hearOwn(new Event.Message(TIME, RoomName.LOBBY, Nick.of("alice"), "there"), false);
        connection.reply(new byte[] {'3', '\n'});
        lobby.remove(connection, true);
        lobby.send(new Event.Message(TIME, RoomName.LOBBY, Nick.of("bob"), "never"), null);
        connection.reply(new Reply.Pong("4"));
        loop.drains();
        alice.received("""
                [server] pong 1
                [bob] 2
                [alice to you] psst
                [you to bob] psst
                [alice] here
                [alice in #lobby] there
                3
                [server] pong 4
                """);
    }

    @Test
    void aSilentReplyIsNothing() {
        connection.reply(new Reply.Done(Verb.MSG));
        loop.drains();
        assertThat(alice.socket().takeWrites()).isEmpty();
        connection.speak(WireFormat.JSON);
        connection.reply(new Reply.Done(Verb.MSG));
        loop.drains();
        alice.received("{\"type\":\"ok\",\"command\":\"MSG\"}\n");
    }

    @Test
    void anotherFormatHoldsForWhatComesBehind() {
        connection.reply(new Reply.Pong("1"));
        connection.speak(WireFormat.JSON);
        connection.reply(new Reply.Pong("2"));
        loop.drains();
        alice.received("[server] pong 1\n{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"2\"}\n");
        assertThat(connection.format()).isEqualTo(WireFormat.JSON);
    }

    @Test
    void lastWordsAreInItsFormatToo() {
        connection.speak(WireFormat.JSON);
        connection.closeWith(new Event.Closing(TIME, "too slow"));
        loop.drains();
        alice.received("{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00.000Z\",\"reason\":\"too slow\"}\n");
        assertThat(alice.socket().hasHeardAll()).isTrue();
    }

    @Test
    void theLogNamesItByNumberAndAddress() {
        assertThat(connection).hasToString("connection 1 (an address)");
        assertThat(connection.address()).isEqualTo("an address");
    }
}
