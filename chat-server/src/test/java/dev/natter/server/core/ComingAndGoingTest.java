package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.name.RoomName;
import org.junit.jupiter.api.Test;

/** Who is told of somebody's coming and going, and which rooms there are. */
final class ComingAndGoingTest {

    private final ChatUnderTest chat = new ChatUnderTest(new ChatLimits(3, 1000));
    private final Person alice = chat.connects("alice");
    private final Person bob = chat.connects("bob");

    @Test
    void theOthersAreToldWithTheirCount() {
        alice.joins("#dev").isQuiet();
        bob.joins("#dev").isQuiet();
        alice.hears("[server] bob joined #dev (2 online)");
        bob.leaves("#dev").isQuiet();
        alice.hears("[server] bob left #dev (1 online)");
    }

    @Test
    void ofJoiningARoomThatOneIsInNobodyIsTold() {
        alice.joins("#dev");
        bob.joins("#dev").joins("#lobby").joins("#dev").isQuiet();
        alice.hears("[server] bob joined #dev (2 online)");
    }

    @Test
    void whoeverComesBackToTheLobbyIsAnnouncedThere() {
        bob.joins("#dev").leaves("#lobby");
        alice.hears("[server] bob left #lobby (1 online)");
        bob.leaves("#dev").isQuiet();
        alice.hears("[server] bob joined #lobby (2 online)");
    }

    @Test
    void aRoomHasTheSpellingOfItsCreatorAndIsGoneWithItsLastMember() {
        alice.joins("#Dev");
        bob.joins("#dEV");
        assertThat(bob.rooms()).containsExactly("#lobby", "#Dev");
        alice.leaves("#dev");
        bob.leaves("#DEV");
        assertThat(rooms()).containsExactly("#lobby 2");
        bob.joins("#DEV");
        assertThat(rooms()).containsExactly("#lobby 2", "#DEV 1");
    }

    @Test
    void roomsAreListedInOrderOfCreationTheLobbyFirst() {
        alice.joins("#b").joins("#a").leaves("#lobby");
        bob.joins("#a").leaves("#lobby");
        assertThat(rooms()).containsExactly("#lobby 0", "#b 1", "#a 2");
    }

    @Test
    void aRoomThatIsGoneIsUnknown() {
        alice.joins("#dev").leaves("#dev");
        assertThatThrownBy(() -> chat.chat().room(RoomName.of("#dev")))
                .isInstanceOfSatisfying(
                        CommandException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NO_SUCH_ROOM));
    }

    @Test
    void oneRoomTooManyIsRefusedAndNotMade() {
        alice.joins("#a").joins("#b");
        assertThatThrownBy(() -> alice.joins("#c"))
                .isInstanceOfSatisfying(
                        CommandException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_ROOMS));
        assertThat(rooms()).containsExactly("#lobby 2", "#a 1", "#b 1");
        assertThat(alice.current()).isEqualTo("#b");
        alice.joins("#a").leaves("#b").joins("#c");
        assertThat(alice.rooms()).containsExactly("#lobby", "#a", "#c");
    }

    @Test
    void aLimitOfZeroIsNone() {
        Person carol = new ChatUnderTest(new ChatLimits(0, 1000)).connects("carol");
        for (int room = 0; room < 100; room++) {
            carol.joins("#room" + room);
        }
        assertThat(carol.rooms()).hasSize(101);
    }

    @Test
    void membersAreListedInOrderOfJoining() {
        alice.joins("#dev").leaves("#dev");
        bob.joins("#dev");
        alice.joins("#dev");
        assertThat(chat.chat().room(RoomName.of("#dev")).nicks())
                .containsExactly(bob.session().nick(), alice.session().nick());
    }

    private Iterable<String> rooms() {
        return chat.chat().roomCounts().stream()
                .map(count -> count.room() + " " + count.online())
                .toList();
    }
}
