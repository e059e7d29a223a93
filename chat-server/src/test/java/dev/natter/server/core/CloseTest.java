package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Departure;
import org.junit.jupiter.api.Test;

/** The server goes. */
final class CloseTest {

    private final ChatUnderTest chat = new ChatUnderTest();

    @Test
    void everyoneIsToldOnceAndDisconnectedAndHearsOfNobodyElse() {
        Person alice = chat.connects("alice").joins("#dev");
        Person bob = chat.connects("bob");
        chat.chat().close("maintenance");
        for (Person person : new Person[] {alice, bob}) {
            person.hears("[server] closing: maintenance");
            assertThat(person.outlet().closed()).isEqualTo(1);
            assertThat(person.session().isGone()).isTrue();
        }
    }

    @Test
    void theConsoleIsToldToo() {
        Person console = chat.connectsTheConsole();
        chat.connects("alice");
        console.takeLines();
        chat.chat().close("maintenance");
        console.hears("[server] closing: maintenance");
    }

    @Test
    void whatEndsAfterwardsIsNoNews() {
        Person alice = chat.connects("alice");
        Person bob = chat.connects("bob");
        chat.chat().close("maintenance");
        bob.takeLines();
        chat.chat().end(alice.session(), Departure.LOST);
        bob.isQuiet();
    }

    @Test
    void newcomersHearOnlyThatItGoes() {
        Person alice = chat.connects("alice");
        chat.chat().close("maintenance");
        alice.takeLines();
        Person late = chat.opens(true);
        late.hears("[server] closing: maintenance");
        assertThat(late.outlet().closed()).isEqualTo(1);
        assertThat(late.session().isGone()).isTrue();
        alice.isQuiet();
    }

    @Test
    void newcomersHearItInTheirFormat() {
        chat.chat().close("maintenance");
        RecordingOutlet outlet = new RecordingOutlet("late");
        outlet.speak(WireFormat.JSON);
        chat.chat().connect(outlet, false);
        assertThat(outlet.takeLines())
                .containsExactly(
                        "{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00.000Z\",\"reason\":\"maintenance\"}");
    }
}
