package dev.natter.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One script in a name, or those that are written together anyway (UTS #39, "highly restrictive"). */
final class NameScriptsTest {

    private static final String HAN = "\u4E2D";
    private static final String HIRAGANA = "\u3042";
    private static final String KATAKANA = "\u30AB";
    private static final String HANGUL = "\uD55C";
    private static final String BOPOMOFO = "\u3105";
    private static final String CYRILLIC = "\u0436";
    private static final String GREEK = "\u03C0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a" + HAN + HIRAGANA + KATAKANA,
                HIRAGANA + KATAKANA,
                "a" + KATAKANA,
                "a" + HANGUL + HAN,
                HANGUL + HAN,
                HAN + BOPOMOFO + "a",
                "a" + BOPOMOFO,
                "a" + HAN,
                CYRILLIC + CYRILLIC,
                GREEK + GREEK
            })
    void oneScriptOrThoseOfOneLanguageWithLatinAreAllowed(String name) {
        assertThat(Nick.of(name)).hasToString(name);
        assertThat(RoomName.of("#" + name)).hasToString("#" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p\u0430ypal",
                "\u0430lice",
                "alic\u0435",
                "a" + CYRILLIC,
                "a" + GREEK,
                "\u03BFmega",
                CYRILLIC + GREEK,
                HIRAGANA + HANGUL,
                KATAKANA + HANGUL,
                HAN + HIRAGANA + HANGUL,
                BOPOMOFO + HIRAGANA,
                BOPOMOFO + HANGUL,
                HAN + CYRILLIC,
                "a" + HAN + CYRILLIC,
                HIRAGANA + GREEK,
                "a\u0661", // an Arabic digit
                "guest\u096D", // a Devanagari one
                "a\u0531", // Armenian
                "a\u13AA", // Cherokee
                "a\u05D0", // Hebrew
                "a\u1D78", // a Cyrillic letter among the modifiers
                "o\u0B20" // Oriya
            })
    void anyOtherMixtureIsRefused(String name) {
        assertThatThrownBy(() -> Nick.of(name))
                .isInstanceOf(BadNameException.class)
                .hasMessage("\"" + name + "\" is not a nickname: it mixes scripts");
        assertThatThrownBy(() -> RoomName.of("#" + name))
                .isInstanceOf(BadNameException.class)
                .hasMessage("\"#" + name + "\" is not a room: it mixes scripts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CYRILLIC + "7_-.|^{}~`",
                GREEK + "0",
                CYRILLIC + "\u0301", // an accent that composes with nothing
                HIRAGANA + "\u30FC", // the sound mark of both kana
                "a\uD835\uDFDF", // a mathematical digit
                HAN + "\u3005", // the iteration mark
                "a\u20DD"
            })
    void digitsMarksAndPunctuationGoWithAny(String name) {
        assertThat(Nick.of(name)).hasToString(name);
    }
}
