package dev.natter.protocol.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeTextTest {

    @Test
    void ofAllCharactersExactlyTheControlsAreReplaced() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String shown = SafeText.of("a" + (char) c + "b");
            assertThat(shown).isEqualTo("a" + (char) standInFor(c) + "b");
            assertThat(SafeText.isUnsafe((char) c)).isEqualTo(standInFor(c) != c);
        }
    }

    @Test
    void nothingUnsafeSurvivesBesideOtherCharacters() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            all.append((char) c);
        }
        String shown = SafeText.of(all.toString());
        assertThat(shown).hasSameSizeAs(all);
        assertThat(shown.chars().filter(c -> SafeText.isUnsafe((char) c))).isEmpty();
        assertThat(SafeText.of(shown)).isSameAs(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0000, 2400",
        "0007, 2407",
        "000A, 240A",
        "000D, 240D",
        "001B, 241B",
        "001F, 241F",
        "007F, 2421",
        "0080, FFFD",
        "0085, FFFD",
        "009B, FFFD",
        "009F, FFFD",
        "2028, FFFD",
        "2029, FFFD",
        "202A, FFFD",
        "202E, FFFD",
        "2066, FFFD",
        "2069, FFFD",
        "0009, 0009",
        "00A0, 00A0",
        "2027, 2027",
        "202F, 202F",
        "2065, 2065",
        "206A, 206A"
    })
    void aControlIsShownAsItsStandIn(String character, String shown) {
        assertThat(SafeText.of(of(character))).isEqualTo(of(shown));
    }

    @Test
    void harmlessTextStaysTheSameObject() {
        String text = "hello \t \u00E9\uD83D\uDE00";
        assertThat(SafeText.of(text)).isSameAs(text);
    }

    /** The protocol's sentence once more, in other words than the code's. */
    private static int standInFor(int c) {
        if (c < 0x20 && c != '\t') {
            return 0x2400 + c;
        }
        if (c == 0x7F) {
            return 0x2421;
        }
        boolean steers = (Character.isISOControl(c) && c != '\t')
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
        return steers ? 0xFFFD : c;
    }

    private static String of(String hex) {
        return Character.toString(Integer.parseInt(hex, 16));
    }
}
