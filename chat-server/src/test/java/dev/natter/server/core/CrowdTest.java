package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.message.Departure;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for whom, while somebody is behind with reading. */
final class CrowdTest {

    private final ChatUnderTest people = new ChatUnderTest();
    private final Chat chat = people.chat();
    private final Crowd crowd = chat.crowd();
    private final Session alice = people.connects("alice").session();
    private final Session bob = people.connects("bob").session();
    private final Session carol = people.connects("carol").session();
    private final List<String> wentOn = new ArrayList<>();

    @BeforeEach
    void listen() {
        alice.onGoOn(() -> wentOn.add("alice"));
        bob.onGoOn(() -> wentOn.add("bob"));
    }

    @Test
    void nobodyWaitsForPeopleWhoRead() {
        chat.say(alice, alice.current(), "hello");
        chat.tell(alice, bob, "hello");
        assertThat(alice.isWaiting()).isFalse();
    }

    @Test
    void whoeverSpeaksInARoomWaitsForTheOneWhoIsBehindThere() {
        crowd.fallsBehind(carol);
        chat.say(alice, alice.current(), "hello");
        assertThat(alice.isWaiting()).isTrue();
        assertThat(bob.isWaiting()).as("who said nothing").isFalse();
        crowd.letGoOn();
        assertThat(alice.isWaiting()).as("carol is still behind").isTrue();
        crowd.catchesUp(carol);
        crowd.letGoOn();
        assertThat(alice.isWaiting()).isFalse();
        assertThat(wentOn).containsExactly("alice");
    }

    @Test
    void aRoomWithoutThemDoesNotWait() {
        crowd.fallsBehind(carol);
        chat.leave(alice, chat.join(alice, RoomName.of("#quiet")));
        Room quiet = chat.join(bob, RoomName.of("#quiet"));
        bob.goOn();
        chat.say(bob, quiet, "hello");
        assertThat(bob.isWaiting()).isFalse();
    }

    @Test
    void whoeverTellsThemSomethingWaits() {
        crowd.fallsBehind(carol);
        chat.tell(alice, bob, "hello");
        assertThat(alice.isWaiting()).isFalse();
        chat.tell(alice, carol, "hello");
        assertThat(alice.isWaiting()).isTrue();
    }

    @Test
    void aNewNickIsHeardTooAndSoAreComingAndGoing() {
        crowd.fallsBehind(carol);
        chat.rename(alice, Nick.of("al"));
        assertThat(alice.isWaiting()).isTrue();
        Room hall = chat.join(carol, RoomName.of("#hall"));
        chat.join(bob, hall.name());
        assertThat(bob.isWaiting()).isTrue();
        bob.goOn();
        chat.leave(bob, hall);
        assertThat(bob.isWaiting()).isTrue();
    }

    @Test
    void nobodyWaitsForWhoeverIsGone() {
        crowd.fallsBehind(carol);
        chat.say(alice, alice.current(), "hello");
        chat.tell(bob, carol, "hello");
        chat.endTooSlow(carol);
        assertThat(alice.isWaiting()).isFalse();
        assertThat(bob.isWaiting()).isFalse();
    }

    @Test
    void whoeverWaitedForSomebodyFindsThemGoneAltogether() {
        List<String> found = new ArrayList<>();
        crowd.fallsBehind(carol);
        chat.say(alice, alice.current(), "hello");
        alice.onGoOn(() -> {
            found.add("online " + alice.current().online());
            chat.rename(alice, Nick.of("carol"));
        });
        chat.kill(carol, bob.nick(), null);
        assertThat(found).containsExactly("online 2");
        assertThat(alice.nick()).hasToString("carol");
    }

    @Test
    void whoeverIsHeardInTwoRoomsWaitsForBoth() {
        chat.join(carol, RoomName.of("#hall"));
        chat.leave(carol, chat.room(RoomName.LOBBY));
        chat.join(alice, RoomName.of("#hall"));
        crowd.fallsBehind(carol);
        crowd.fallsBehind(bob);
        chat.rename(alice, Nick.of("al"));
        crowd.catchesUp(bob);
        crowd.letGoOn();
        assertThat(alice.isWaiting()).as("for carol").isTrue();
        crowd.catchesUp(carol);
        crowd.letGoOn();
        assertThat(alice.isWaiting()).isFalse();
    }

    @Test
    void whoeverComesWaitsToo() {
        crowd.fallsBehind(carol);
        Session newcomer = people.opens(false).session();
        assertThat(newcomer.isWaiting()).as("before the first line").isTrue();
    }

    @Test
    void nobodyWaitsForWhoeverHasLeftTheRoom() {
        Room hall = chat.join(carol, RoomName.of("#hall"));
        chat.join(bob, hall.name());
        crowd.fallsBehind(carol);
        chat.say(bob, hall, "hello");
        assertThat(bob.isWaiting()).isTrue();
        chat.leave(carol, hall);
        crowd.letGoOn();
        assertThat(bob.isWaiting()).isFalse();
    }

    @Test
    void whoeverGoesWaitsForNobodyAnyMore() {
        crowd.fallsBehind(carol);
        chat.say(alice, alice.current(), "hello");
        chat.end(alice, Departure.LOST);
        assertThat(alice.isWaiting()).isFalse();
        assertThat(wentOn).as("what waits is dropped").containsExactly("alice");
        crowd.catchesUp(carol);
        crowd.letGoOn();
        assertThat(wentOn).hasSize(1);
    }

    @Test
    void whileALoopHasMuchToSendItsRoomsWait() {
        RecordingBroadcast lobby = people.broadcasts().get(0);
        lobby.isBehind(true);
        chat.say(alice, alice.current(), "hello");
        assertThat(alice.isWaiting()).isTrue();
        lobby.isBehind(false);
        crowd.letGoOn();
        assertThat(alice.isWaiting()).isFalse();
    }

    @Test
    void nobodyWaitsLongerThanASecondForEachLine() {
        crowd.fallsBehind(carol);
        chat.say(alice, alice.current(), "hello");
        people.clock().passes(Duration.ofMillis(600));
        chat.say(bob, bob.current(), "hello");
        people.clock().passes(Duration.ofMillis(400));
        crowd.letGoOn();
        assertThat(wentOn).containsExactly("alice");
        chat.say(alice, alice.current(), "again");
        crowd.letGoOn();
        assertThat(wentOn).hasSize(1);
        people.clock().passes(Duration.ofMillis(999));
        crowd.letGoOn();
        assertThat(wentOn).containsExactly("alice", "bob");
    }

    @Test
    void whoeverGoesOnMayHaveToWaitAgain() {
        alice.onGoOn(() -> {
            wentOn.add("alice");
            crowd.fallsBehind(carol);
            chat.say(alice, alice.current(), "again");
        });
        crowd.fallsBehind(carol);
        chat.say(alice, alice.current(), "hello");
        crowd.catchesUp(carol);
        crowd.letGoOn();
        assertThat(wentOn).containsExactly("alice");
        assertThat(alice.isWaiting()).isTrue();
    }
}
