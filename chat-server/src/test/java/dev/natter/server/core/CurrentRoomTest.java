package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In which room somebody speaks, after joining and leaving some. */
final class CurrentRoomTest {

    private final ChatUnderTest chat = new ChatUnderTest();
    private final Person alice = chat.connects("alice");

    @Test
    void everybodyBeginsInTheLobby() {
        assertThat(alice.current()).isEqualTo("#lobby");
        assertThat(alice.rooms()).containsExactly("#lobby");
    }

    @Test
    void theRoomThatWasJoinedLastIsTheCurrentOne() {
        alice.joins("#a").joins("#b");
        assertThat(alice.current()).isEqualTo("#b");
        assertThat(alice.rooms()).containsExactly("#lobby", "#a", "#b");
    }

    @Test
    void joiningARoomAgainMakesItTheCurrentAndTheLastJoinedOne() {
        alice.joins("#a").joins("#b").joins("#a");
        assertThat(alice.current()).isEqualTo("#a");
        assertThat(alice.rooms()).containsExactly("#lobby", "#b", "#a");
        alice.leaves("#a");
        assertThat(alice.current()).isEqualTo("#b");
    }

    @Test
    void joiningTheCurrentRoomAgainChangesNothing() {
        alice.joins("#a").joins("#A");
        assertThat(alice.current()).isEqualTo("#a");
        assertThat(alice.rooms()).containsExactly("#lobby", "#a");
    }

    @Test
    void leavingTheCurrentRoomMakesTheLastJoinedOfTheOthersCurrent() {
        alice.joins("#a").joins("#b").leaves("#b");
        assertThat(alice.current()).isEqualTo("#a");
        alice.leaves("#a");
        assertThat(alice.current()).isEqualTo("#lobby");
    }

    @Test
    void leavingAnotherRoomLeavesTheCurrentOneAsItIs() {
        alice.joins("#a").joins("#b").leaves("#a");
        assertThat(alice.current()).isEqualTo("#b");
        assertThat(alice.rooms()).containsExactly("#lobby", "#b");
    }

    @Test
    void whoeverLeavesTheLastRoomIsInTheLobbyAgain() {
        alice.joins("#a").leaves("#lobby").leaves("#a");
        assertThat(alice.current()).isEqualTo("#lobby");
        assertThat(alice.rooms()).containsExactly("#lobby");
    }

    @Test
    void theLobbyAloneCannotBeLeft() {
        Person bob = chat.connects("bob");
        alice.leaves("#lobby").isQuiet();
        bob.isQuiet();
        assertThat(alice.rooms()).containsExactly("#lobby");
    }

    @Test
    void whatIsSaidNamesTheRoomToThoseWhoseCurrentOneItIsNot() {
        Person bob = chat.connects("bob");
        alice.joins("#dev");
        bob.joins("#dev").joins("#lobby").takeLines();
        alice.says("hello");
        bob.hears("[alice in #dev] hello");
        bob.joins("#dev");
        alice.says("again");
        bob.hears("[alice] again");
    }
}
