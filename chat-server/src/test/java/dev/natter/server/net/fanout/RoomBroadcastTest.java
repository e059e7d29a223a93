package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import dev.natter.server.core.RecordingOutlet;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One event, as it reads to each member, on whatever event loop. */
final class RoomBroadcastTest {

    private static final Instant TIME = Instant.parse("2026-11-20T09:30:00Z");

    private final OneLoop one = new OneLoop();
    private final OneLoop two = new OneLoop();
    private final RoomBroadcast dev = new RoomBroadcast();

    @Test
    void everyoneReadsItInTheirOwnWay() {
        Member here = one.member();
        Member elsewhere = two.member();
        Member program = one.member();
        program.connection().speak(WireFormat.JSON);
        dev.add(here.connection(), true);
        dev.add(elsewhere.connection(), false);
        dev.add(program.connection(), false);
        send("hello", null);
        here.received("[alice] hello\n");
        elsewhere.received("[alice in #dev] hello\n");
        program.received("{\"type\":\"message\",\"time\":\"2026-11-20T09:30:00.000Z\",\"room\":\"#dev\","
                + "\"from\":\"alice\",\"text\":\"hello\"}\n");
    }

    @Test
    void someCanBeToldWhoAreNoMembers() {
        Member alice = one.member();
        Member bob = two.member();
        Member program = one.member();
        program.connection().speak(WireFormat.JSON);
        RecordingOutlet console = new RecordingOutlet("console");
        Event renamed = new Event.Renamed(TIME, Nick.of("carol"), Nick.of("caroline"));
        dev.tell(renamed, List.of(alice.connection(), bob.connection(), program.connection(), console));
        one.drains();
        two.drains();
        alice.received("[server] carol is now caroline\n");
        bob.received("[server] carol is now caroline\n");
        program.received(
                "{\"type\":\"renamed\",\"time\":\"2026-11-20T09:30:00.000Z\",\"was\":\"carol\",\"nick\":\"caroline\"}\n");
        assertThat(console.takeLines()).containsExactly("[server] carol is now caroline");
    }

    @Test
    void theOneWhoSaidItIsLeftOutWhoeverElseIsOnTheirLoop() {
        Member alice = one.member();
        List<Member> others = Stream.of(one, one, two).map(OneLoop::member).toList();
        dev.add(alice.connection(), true);
        others.forEach(other -> dev.add(other.connection(), true));
        send("hello", alice);
        alice.received("");
        others.forEach(other -> other.received("[alice] hello\n"));
    }

    @Test
    void theOneWhoSaidItNeedNotBeThere() {
        Member bob = one.member();
        dev.add(bob.connection(), true);
        send("hello", one.member());
        bob.received("[alice] hello\n");
    }

    @Test
    void whoeverLeftHearsNoMoreAndWhoeverCameBackDoes() {
        Member bob = one.member();
        Member carol = one.member();
        dev.add(bob.connection(), true);
        dev.add(carol.connection(), true);
        send("1", null);
        dev.remove(bob.connection(), true);
        send("2", null);
        dev.add(bob.connection(), true);
        send("3", null);
        bob.received("[alice] 1\n[alice] 3\n");
        carol.received("[alice] 1\n[alice] 2\n[alice] 3\n");
    }

    @Test
    void theLastOneOfALoopCanComeBack() {
        Member bob = one.member();
        for (int i = 0; i < 3; i++) {
            dev.add(bob.connection(), true);
            sendLater("in");
            dev.remove(bob.connection(), true);
            sendLater("out");
        }
        one.drains();
        bob.received("[alice] in\n[alice] in\n[alice] in\n");
    }

    @Test
    void anotherFormatMeansAnotherAudienceFromThereOn() {
        Member bob = one.member();
        dev.add(bob.connection(), true);
        sendLater("1");
        dev.remove(bob.connection(), true);
        bob.connection().speak(WireFormat.JSON);
        dev.add(bob.connection(), true);
        sendLater("2");
        one.drains();
        assertThat(bob.socket().takeReceived()).startsWith("[alice] 1\n{").endsWith("\"text\":\"2\"}\n");
    }

    @Test
    void whatIsNoConnectionHearsItAtOnce() {
        RecordingOutlet console = new RecordingOutlet("console");
        RecordingOutlet other = new RecordingOutlet("other");
        dev.add(console, true);
        dev.add(other, true);
        dev.send(message("hello"), other);
        assertThat(console.takeLines()).containsExactly("[alice] hello");
        assertThat(other.takeLines()).isEmpty();
        dev.remove(console, true);
        sendLater("again");
        assertThat(console.takeLines()).isEmpty();
        assertThat(other.takeLines()).containsExactly("[alice] again");
    }

    private void send(String text, Member except) {
        dev.send(message(text), except == null ? null : except.connection());
        one.drains();
        two.drains();
    }

    private void sendLater(String text) {
        dev.send(message(text), null);
    }

    private static Event message(String text) {
        return new Event.Message(TIME, RoomName.of("#dev"), Nick.of("alice"), text);
    }
}
