package dev.natter.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two spellings are one name: if their NFKC case foldings are the same. */
final class NameFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "ALICE, alice",
        "aLiCe, Alice",
        "\u00C9mile, e\u0301MILE",
        "Stra\u00DFe, STRASSE",
        "Stra\u1E9Ee, stra\u00DFe",
        "\u1E9E, ss",
        "\uFB01sh, FISH",
        "gue\uFB06, guest",
        "\uFF21\uFF2C\uFF29\uFF23\uFF25, alice",
        "\u212Aelvin, kelvin",
        "\u212Bngstrom, \u00E5NGSTROM",
        "\u017Fam, Sam",
        "\u03A3\u03A3, \u03C3\u03C2",
        "\uD835\uDC1A\uD835\uDC25, al",
        "\u01C4a, \u01C6A",
        "a\uFF11, a1",
        "\u304B\u3099, \u304C",
        "\uFF76\uFF9E, \u30AC",
        "\u1100\u1161, \uAC00",
        "\uD801\uDC00, \uD801\uDC28"
    })
    void spellingsOfOneNameAreEqual(String one, String other) {
        assertThat(Nick.of(one)).isEqualTo(Nick.of(other)).hasSameHashCodeAs(Nick.of(other));
        assertThat(Nick.of(one).folded()).isEqualTo(Nick.of(other).folded());
        assertThat(RoomName.of("#" + one))
                .isEqualTo(RoomName.of("#" + other))
                .hasSameHashCodeAs(RoomName.of("#" + other));
    }

    @ParameterizedTest
    @CsvSource({
        "alice, alicea",
        "\u0131sil, isil", // dotless i
        "\u0130zmir, izmir", // I with dot
        "resume, r\u00E9sum\u00E9",
        "o, \u00F8",
        "a_b, a-b",
        "\u0430, a", // Cyrillic, alone
        "\u06391, \u0639\u0661"
    })
    void whatOnlyLooksAlikeIsAnotherName(String one, String other) {
        assertThat(Nick.of(one)).isNotEqualTo(Nick.of(other));
        assertThat(RoomName.of("#" + one)).isNotEqualTo(RoomName.of("#" + other));
    }

    @Test
    void aRoomIsNoNick() {
        assertThat((Object) RoomName.of("#alice")).isNotEqualTo(Nick.of("alice"));
        assertThat((Object) Nick.of("alice"))
                .isNotEqualTo(RoomName.of("#alice"))
                .isNotEqualTo("alice");
    }

    @Test
    void theSpellingSurvivesTheFolding() {
        assertThat(Nick.of("ALICE").toString()).isNotEqualTo(Nick.of("alice").toString());
        assertThat(Nick.of("ALICE").folded()).isEqualTo("alice");
    }
}
