package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GuestNumberTest {

    private final ChatUnderTest chat = new ChatUnderTest();

    @Test
    void newcomersAreNumberedFromOne() {
        assertThat(chat.connects().nick()).isEqualTo("guest1");
        assertThat(chat.connects().nick()).isEqualTo("guest2");
        assertThat(chat.connects().nick()).isEqualTo("guest3");
    }

    @Test
    void whoeverLeavesMakesTheirNumberTheNextOne() {
        chat.connects();
        Person second = chat.connects();
        chat.connects();
        second.quits(null);
        assertThat(chat.connects().nick()).isEqualTo("guest2");
        assertThat(chat.connects().nick()).isEqualTo("guest4");
    }

    @Test
    void whoeverTakesANameMakesTheirNumberTheNextOne() {
        Person first = chat.connects();
        chat.connects();
        first.renames("alice");
        assertThat(chat.connects().nick()).isEqualTo("guest1");
    }

    @Test
    void aNumberIsOnlyFreedByTheOneWhoHasIt() {
        Person alice = chat.connects().renames("alice");
        Person guest = chat.connects();
        alice.renames("bob").quits(null);
        assertThat(guest.nick()).isEqualTo("guest1");
        assertThat(chat.connects().nick()).isEqualTo("guest2");
    }

    @Test
    void numbersOfSeveralDigitsAreFreedToo() {
        for (int number = 1; number < 12; number++) {
            chat.connects();
        }
        Person twelfth = chat.connects();
        assertThat(twelfth.nick()).isEqualTo("guest12");
        twelfth.quits(null);
        assertThat(chat.connects().nick()).isEqualTo("guest12");
        assertThat(chat.connects().nick()).isEqualTo("guest13");
    }
}
