package dev.natter.client.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final RoomName DEV = RoomName.of("#dev");
    private static final Nick BOB = Nick.of("bob");

    private final Roster roster = new Roster();

    @Test
    void whoSpokeLastComesFirstAndThoseOfTheCurrentRoomBeforeOthers() {
        roster.answered(new Reply.Members(RoomName.LOBBY, List.of(Nick.of("alice"), BOB, Nick.of("carol"))));
        roster.answered(new Reply.Members(DEV, List.of(Nick.of("dora"))));
        roster.heard(new Event.Message(NOW, RoomName.LOBBY, BOB, "hi"));
        assertThat(roster.nicks()).map(Nick::toString).containsExactly("bob", "carol", "alice", "dora");
        roster.here(DEV);
        assertThat(roster.nicks()).map(Nick::toString).containsExactly("dora", "bob", "carol", "alice");
    }

    @Test
    void whoComesGoesAndTakesAnotherNameIsFollowed() {
        roster.answered(new Reply.Members(RoomName.LOBBY, List.of(BOB)));
        roster.heard(new Event.Joined(NOW, RoomName.LOBBY, Nick.of("carol"), 2));
        roster.heard(new Event.Renamed(NOW, BOB, Nick.of("robert")));
        assertThat(roster.hasSeen(BOB)).isTrue();
        assertThat(roster.hasSeen(Nick.of("bobby"))).isFalse();
        assertThat(roster.nicks()).map(Nick::toString).containsExactly("robert", "carol");
        roster.heard(left(RoomName.LOBBY, "carol"));
        assertThat(roster.nicks()).map(Nick::toString).containsExactly("robert");
    }

    @Test
    void whoLeavesARoomOfWhichNothingIsKnownIsNoHarm() {
        roster.heard(left(DEV, "bob"));
        assertThat(roster.nicks()).isEmpty();
    }

    @Test
    void roomsAreThoseThatTheServerHasAndThoseOfOnesOwn() {
        roster.answered(new Reply.Members(DEV, List.of(BOB)));
        roster.answered(new Reply.Rooms(List.of(new Reply.RoomCount(RoomName.LOBBY, 1))));
        assertThat(roster.rooms()).map(RoomName::toString).containsExactly("#dev", "#lobby");
        roster.left(List.of(RoomName.LOBBY));
        assertThat(roster.rooms()).map(RoomName::toString).containsExactly("#lobby");
    }

    private static Event.Left left(RoomName room, String nick) {
        return new Event.Left(NOW, room, Nick.of(nick), 1, new Departure(Departure.Cause.QUIT, null, null));
    }
}
