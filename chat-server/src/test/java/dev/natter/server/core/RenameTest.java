package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.name.Nick;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RenameTest {

    private final ChatUnderTest chat = new ChatUnderTest();
    private final Person alice = chat.connects("alice");
    private final Person bob = chat.connects("bob");

    @Test
    void everyoneElseIsTold() {
        alice.renames("anna").isQuiet();
        bob.hears("[server] alice is now anna");
        assertThat(alice.nick()).isEqualTo("anna");
        assertThat(chat.chat().person(Nick.of("anna"))).isSameAs(alice.session());
    }

    @Test
    void theOldNameIsFreeAtOnce() {
        alice.renames("anna");
        bob.renames("alice");
        assertThat(chat.chat().person(Nick.of("alice"))).isSameAs(bob.session());
    }

    @Test
    void anotherSpellingOfTheSameNameIsARename() {
        alice.renames("ALICE");
        bob.hears("[server] alice is now ALICE");
        assertThat(chat.chat().person(Nick.of("alice")).nick()).hasToString("ALICE");
    }

    @Test
    void ofOnesOwnNameNobodyIsTold() {
        alice.renames("alice").isQuiet();
        bob.isQuiet();
        assertThat(chat.chat().person(Nick.of("alice"))).isSameAs(alice.session());
    }

    @Test
    void aNameIsTakenInWhateverSpelling() {
        assertRefused(() -> alice.renames("BOB"), ErrorCode.NICK_IN_USE);
        assertThat(alice.nick()).isEqualTo("alice");
        assertThat(chat.chat().person(Nick.of("bob"))).isSameAs(bob.session());
        assertThat(chat.chat().person(Nick.of("alice"))).isSameAs(alice.session());
        bob.isQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "SERVER", "you", "guest1", "Guest77"})
    void someNamesAreTheServersToGive(String name) {
        assertRefused(() -> alice.renames(name), ErrorCode.NICK_RESERVED);
        assertThat(alice.nick()).isEqualTo("alice");
    }

    @Test
    void evenOnesOwnNameIsReserved() {
        Person guest = chat.connects();
        assertRefused(() -> guest.renames(guest.nick()), ErrorCode.NICK_RESERVED);
        assertThat(chat.chat().person(Nick.guest(1))).isSameAs(guest.session());
    }

    private static void assertRefused(ThrowingCallable attempt, ErrorCode code) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        CommandException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
