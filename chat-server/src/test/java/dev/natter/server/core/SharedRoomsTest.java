package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever shares a room with somebody who takes another name hears of it, and hears of it once. */
final class SharedRoomsTest {

    private static final String NEWS = "[server] alice is now anna";

    private final ChatUnderTest chat = new ChatUnderTest();
    private final Person alice = chat.connects("alice");

    @Test
    void whoeverSharesSeveralRoomsIsToldOnce() {
        Person bob = chat.connects("bob");
        both(bob, "#dev");
        both(bob, "#ops");
        alice.renames("anna").isQuiet();
        bob.hears(NEWS);
    }

    @Test
    void whoeverSharesOnlyASmallRoomIsToldToo() {
        Person bob = chat.connects("bob").joins("#dev").leaves("#lobby");
        Person carol = chat.connects("carol").joins("#ops").leaves("#lobby");
        Person dave = chat.connects("dave");
        Person eve = chat.connects("eve");
        alice.joins("#dev").joins("#ops");
        forgetAll(alice, bob, carol, dave, eve);
        alice.renames("anna").isQuiet();
        bob.hears(NEWS);
        carol.hears(NEWS);
        dave.hears(NEWS);
        eve.hears(NEWS);
    }

    @Test
    void whoeverSharesNoRoomIsNotTold() {
        Person bob = chat.connects("bob").joins("#dev").leaves("#lobby");
        forgetAll(alice, bob);
        alice.renames("anna");
        bob.isQuiet();
    }

    @Test
    void someoneAloneTellsNobody() {
        alice.joins("#dev");
        alice.renames("anna").isQuiet();
    }

    @Test
    void theLargestRoomIsToldAtOnceAndNotOneByOne() {
        chat.connects("bob");
        both(chat.connects("carol"), "#dev");
        RecordingBroadcast lobby = chat.broadcasts().get(0);
        RecordingBroadcast dev = chat.broadcasts().get(1);
        int toTheLobby = lobby.sent();
        int toDev = dev.sent();
        alice.renames("anna");
        assertThat(lobby.sent()).isEqualTo(toTheLobby + 1);
        assertThat(dev.sent()).isEqualTo(toDev);
    }

    @Test
    void theConsoleIsToldOnceIfTheLobbyIsTheLargest() {
        Person console = chat.connectsTheConsole();
        both(chat.connects("bob"), "#dev");
        forgetAll(console);
        alice.renames("anna");
        console.hears(NEWS);
    }

    @Test
    void theConsoleIsToldOnceIfAnotherRoomIsTheLargest() {
        Person console = chat.connectsTheConsole();
        Person bob = chat.connects("bob").joins("#dev").leaves("#lobby");
        both(chat.connects("carol"), "#dev");
        forgetAll(console, bob);
        alice.renames("anna");
        console.hears(NEWS);
        bob.hears(NEWS);
    }

    @Test
    void theConsoleIsNotToldOfSomebodyOutsideTheLobby() {
        Person console = chat.connectsTheConsole();
        both(chat.connects("bob"), "#dev");
        alice.joins("#ops").leaves("#lobby");
        forgetAll(console);
        alice.renames("anna");
        console.isQuiet();
    }

    private void both(Person other, String room) {
        alice.joins(room);
        other.joins(room);
        forgetAll(alice, other);
    }

    private static void forgetAll(Person... people) {
        for (Person person : people) {
            person.takeLines();
        }
    }
}
