package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import org.junit.jupiter.api.Test;

/** The console hears the lobby and speaks there, but is neither counted nor listed nor found. */
final class ConsoleSessionTest {

    private final ChatUnderTest chat = new ChatUnderTest();
    private final Person console = chat.connectsTheConsole();

    @Test
    void hearsTheLobby() {
        Person alice = chat.opens(false);
        alice.hears("[server] Welcome to natter. You are guest1 in #lobby (1 online). HELP lists the commands.");
        alice.says("hello").joins("#dev").says("not for the console").quits("bye");
        console.hears(
                "[server] guest1 joined #lobby (1 online)",
                "[guest1] hello",
                "[server] guest1 left #lobby (0 online): bye");
    }

    @Test
    void speaksInTheLobbyAsTheServer() {
        Person alice = chat.connects("alice");
        console.takeLines();
        console.says("hello").isQuiet();
        alice.hears("[server] hello");
        console.session().echo(true);
        console.says("again").hears("[server] again");
    }

    @Test
    void mayNameTheLobbyButNoOtherRoom() {
        chat.connects("alice").joins("#dev");
        assertThat(chat.chat().ownRoom(console.session(), RoomName.LOBBY))
                .isSameAs(console.session().current());
        assertThatThrownBy(() -> chat.chat().ownRoom(console.session(), RoomName.of("#dev")))
                .isInstanceOf(CommandException.class);
    }

    @Test
    void isAnOperator() {
        assertThat(console.session().isOperator()).isTrue();
        assertThat(console.session().isConsole()).isTrue();
        assertThat(chat.connectsAsOperator("alice").session().isConsole()).isFalse();
    }

    @Test
    void isNotCountedNotListedAndNotFound() {
        assertThat(chat.chat().online()).isZero();
        assertThat(console.session().current().nicks()).isEmpty();
        assertThatThrownBy(() -> chat.chat().person(Nick.SERVER)).isInstanceOf(CommandException.class);
    }

    @Test
    void changesItsFormatLikeAnybody() {
        Person alice = chat.connects("alice");
        console.takeLines();
        console.session().speak(WireFormat.JSON);
        alice.says("hello");
        assertThat(console.takeLines()).singleElement().asString().startsWith("{\"type\":\"message\"");
    }
}
