package dev.natter.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NickTest {

    private static final String CLEF = "\uD834\uDD1E";
    private static final String GOTHIC_AHSA = "\uD800\uDF30";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "Z",
                "_",
                "alice",
                "a_-.|^{}~`",
                "_7",
                "x0123456789",
                "\u00C9mile",
                "\u0436\u0443\u043A", // Cyrillic
                "\u05D3\u05D5\u05D3", // Hebrew
                "\u0639\u0644\u064A", // Arabic
                "\u0928\u093F\u0924\u093F", // Devanagari with spacing marks
                "\u4E2D\u6587", // Han
                "\u02B0", // a modifier letter
                "\u01C5", // a titlecase letter
                "\u00AA", // a letter of no case
                "\u0639\u0661", // an Arabic letter and digit
                "a\uFF11", // a fullwidth digit
                "a\u20DD", // an enclosing mark
                "a\u0301\u0302\u0303",
                GOTHIC_AHSA
            })
    void isMadeOfLettersDigitsMarksAndSomePunctuation(String name) {
        assertThat(Nick.of(name)).hasToString(NameRules.normalize(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a\tb",
                "a\nb",
                "a\rb",
                "a\0b",
                "a\u001B[31m",
                "a\u007F",
                "a\u009B",
                "a:b",
                "a]b",
                "a[b",
                "a@b",
                "a/b",
                "a\\b",
                "a\"b",
                "a'b",
                "a,b",
                "a+b",
                "a=b",
                "a<b",
                "a(b",
                "a$b",
                "a!b",
                "a#b",
                "a*b",
                "a\u00A0b", // no-break space
                "a\u2003b", // em space
                "a\u3000b", // ideographic space
                "a\u2028b",
                "a\u2160", // a Roman numeral (Nl)
                "a\u00B2", // superscript two (No)
                "a\u00BD",
                "a\u203F", // undertie, punctuation that connects
                "a\uFF3F", // fullwidth low line
                "a\uFF0D", // fullwidth hyphen
                "a\u20AC",
                "a\u00A9",
                "a\uE000", // private use
                "a\u0378", // unassigned
                "a\uFFFF", // a noncharacter
                "a\uFFFD",
                "a" + CLEF
            })
    void refusesEveryOtherCharacter(String name) {
        assertRefused(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u263A", "\u2764\uFE0F", "\uD83D\uDE00", "a\uD83D\uDE00", "\uD83C\uDDE9\uD83C\uDDEA", "1\u20E3"
            })
    void refusesEmoji(String name) {
        assertRefused(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u00AD", // soft hyphen
                "a\u034F", // combining grapheme joiner
                "a\u061C",
                "a\u115F", // Hangul fillers
                "a\u1160",
                "a\u3164",
                "a\uFFA0",
                "a\u17B4", // Khmer inherent vowels
                "a\u17B5",
                "a\u180B",
                "a\u180E",
                "a\u200B",
                "a\u200C",
                "a\u200D",
                "a\u200E",
                "a\u202E",
                "a\u2060",
                "a\u2066",
                "a\uFE00",
                "a\uFE0F",
                "a\uFEFF",
                "a\uDB40\uDC41", // a tag
                "a\uDB40\uDD00", // a variation selector of the supplement
                "\u3164",
                "\u115F\u1160"
            })
    void refusesWhatCannotBeSeen(String name) {
        assertRefused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7up", "-a", ".a", "|a", "^a", "{a", "}a", "~a", "`a", "\u0301a", "\u0661a", "\u20DD"})
    void beginsWithALetterOrALowLine(String name) {
        assertRefused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD800", "\uDC00", "a\uDC00b", "\uDC00\uD800", "\uD800"})
    void aSurrogateWithoutItsOtherHalfIsHarmless(String name) {
        assertRefused(name);
    }

    @Test
    void hasOneToThirtyCharacters() {
        assertRefused("");
        assertThat(Nick.of("a".repeat(30)).toString()).hasSize(30);
        assertRefused("a".repeat(31));
        assertRefused("a".repeat(8000));
    }

    @Test
    void charactersOutsideTheBasicPlaneCountOnce() {
        assertThat(Nick.of(GOTHIC_AHSA.repeat(30)).toString()).hasSize(60);
        assertRefused(GOTHIC_AHSA.repeat(31));
    }

    @Test
    void isCountedInItsComposedForm() {
        assertThat(Nick.of("e\u0301".repeat(30))).hasToString("\u00E9".repeat(30));
        assertRefused("e\u0301".repeat(31));
    }

    @Test
    void isCountedInItsNormalizedFormAlsoWhereThatIsLonger() {
        // QA, which is one of those that normalization always takes apart.
        assertThat(Nick.of("\u0958".repeat(15))).hasToString("\u0915\u093C".repeat(15));
        assertRefused("\u0958".repeat(16));
    }

    @Test
    void showsTheSpellingOfItsOwner() {
        assertThat(Nick.of("McAlice")).hasToString("McAlice");
        assertThat(Nick.of("Stra\u00DFe")).hasToString("Stra\u00DFe");
        assertThat(Nick.of("\uFF21lice")).hasToString("\uFF21lice");
    }

    @Test
    void aRefusalSaysWhatIsAllowedAndShowsTheSpellingThatWasAskedFor() {
        assertThatThrownBy(() -> Nick.of("Al:ce"))
                .isInstanceOf(BadNameException.class)
                .hasMessage(
                        "\"Al:ce\" is not a nickname: 1 to 30 letters, digits or _-.|^{}~`, the first a letter or _");
        assertThatThrownBy(() -> Nick.of("e\u0301:")).hasMessageStartingWith("\"e\u0301:\" is not");
    }

    @Test
    void aRefusalCostsNoStackTrace() {
        assertThatThrownBy(() -> Nick.of(""))
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    private static void assertRefused(String name) {
        assertThatThrownBy(() -> Nick.of(name)).isInstanceOf(BadNameException.class);
    }
}
