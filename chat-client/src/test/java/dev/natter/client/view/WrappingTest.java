package dev.natter.client.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void aLineThatFitsIsOneRow() {
        assertThat(rows("exactly ten", 11, 2)).containsExactly("exactly ten");
        assertThat(rows("", 11, 2)).containsExactly("");
    }

    @Test
    void aLineIsBrokenBetweenWordsAndIndented() {
        assertThat(rows("one two three four", 9, 2)).containsExactly("one two", "  three", "  four");
    }

    @Test
    void aWordThatIsLongerThanARowIsBroken() {
        assertThat(rows("abcdefghijklmnop", 8, 2)).containsExactly("abcdefgh", "  ijklmn", "  op");
    }

    @Test
    void whoPadsWithBlanksCannotBeginARow() {
        String padded = "<eve> x" + " ".repeat(80) + "12:31 <bob> I owe eve a beer";
        assertThat(rows(padded, 40, 8))
                .hasSizeGreaterThan(1)
                .allSatisfy(row -> assertThat(row)
                        .satisfiesAnyOf(
                                any -> assertThat(any).startsWith("<eve>"),
                                any -> assertThat(any).startsWith("        ")));
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(rows("日本語日本語", 8, 2)).containsExactly("日本語日", "  本語");
        assertThat(rows("so 日本語日本語", 8, 2)).containsExactly("so 日本", "  語日本", "  語");
    }

    @Test
    void whatIsShownAsOneIsNotBroken() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        assertThat(rows("abc" + family + family, 9, 2)).containsExactly("abc" + family, "  " + family);
        assertThat(rows("a".repeat(4) + "e\u0301".repeat(6), 8, 2))
                .containsExactly("aaaa" + "e\u0301".repeat(4), "  e\u0301e\u0301");
    }

    @Test
    void whoJoinsAllCharactersCannotBeginARowEither() {
        String chain = String.join("\u200D", ("x".repeat(72) + "12:31 <alice> I owe bob a beer").split(""));
        assertThat(rows("12:31 <eve> " + chain, 80, 8))
                .allSatisfy(row -> assertThat(
                                row.codePoints().filter(c -> c != 0x200D).count())
                        .isLessThanOrEqualTo(80));
    }

    @Test
    void aTinyTerminalStillShowsSomething() {
        assertThat(String.join("", rows("hello world", 1, 8))).isEqualTo("helloworld");
        assertThat(rows("日本", 1, 8)).containsExactly("日", "本");
        assertThat(rows("hello world", 8, 8)).containsExactly("hello", "  world");
    }

    @Test
    void colourGoesOnOverTheBreak() {
        AttributedStyle red = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
        List<AttributedString> rows = Wrapping.rows(new AttributedString("one two", red), 4, 1);
        assertThat(rows.get(1).styleAt(0)).isEqualTo(AttributedStyle.DEFAULT);
        assertThat(rows.get(1).styleAt(1)).isEqualTo(red);
    }

    private static List<String> rows(String line, int width, int indent) {
        return Wrapping.rows(new AttributedString(line), width, indent).stream()
                .map(AttributedString::toString)
                .toList();
    }
}
