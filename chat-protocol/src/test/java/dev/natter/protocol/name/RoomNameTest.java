package dev.natter.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoomNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#dev",
                "#_-.|^{}~`",
                "#7",
                "#-",
                "#\u0301a", // a mark with nothing to sit on
                "#\u0661",
                "#server",
                "#you",
                "#guest1",
                "#\u4E2D\u6587"
            })
    void beginsWithAnyCharacterThatANickCanHave(String name) {
        assertThat(RoomName.of(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "dev",
                "##",
                "##dev",
                "#a#b",
                "#a b",
                "#a:b",
                "\uFF03dev", // a fullwidth number sign
                "\uFE5Fdev", // a small one
                " #dev",
                "#dev\u200D",
                "#\u3164",
                "#\uD83D\uDE00",
                "#\uFE0F\u20E3",
                "#\uD800"
            })
    void refusesTheRest(String name) {
        assertRefused(name);
    }

    @Test
    void hasOneToFiftyCharactersBesidesItsSign() {
        assertThat(RoomName.of("#" + "a".repeat(50)).toString()).hasSize(51);
        assertRefused("#" + "a".repeat(51));
        assertThat(RoomName.of("#" + "\uD800\uDF30".repeat(50)).toString()).hasSize(101);
        assertRefused("#" + "\uD800\uDF30".repeat(51));
        assertThat(RoomName.of("#" + "e\u0301".repeat(50))).hasToString("#" + "\u00E9".repeat(50));
    }

    @Test
    void showsTheSpellingOfItsCreator() {
        assertThat(RoomName.of("#DevRoom")).hasToString("#DevRoom").isEqualTo(RoomName.of("#devroom"));
        assertThat(RoomName.of("#DevRoom").folded()).isEqualTo("#devroom");
    }

    @Test
    void theLobbyIsARoomLikeAnyOther() {
        assertThat(RoomName.LOBBY).isEqualTo(RoomName.of("#Lobby")).hasToString("#lobby");
    }

    @Test
    void whatBeginsWithANumberSignIsMeantAsARoom() {
        assertThat(RoomName.looksLikeOne("#")).isTrue();
        assertThat(RoomName.looksLikeOne("#dev")).isTrue();
        assertThat(RoomName.looksLikeOne("dev#")).isFalse();
        assertThat(RoomName.looksLikeOne("")).isFalse();
    }

    @Test
    void aRefusalSaysWhatIsAllowedAndShowsTheSpellingThatWasAskedFor() {
        assertThatThrownBy(() -> RoomName.of("Dev"))
                .isInstanceOf(BadNameException.class)
                .hasMessage("\"Dev\" is not a room: # and 1 to 50 letters, digits or _-.|^{}~`");
    }

    private static void assertRefused(String name) {
        assertThatThrownBy(() -> RoomName.of(name)).isInstanceOf(BadNameException.class);
    }
}
