package dev.natter.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EscapesTest {
    @Test
    void whatIsNotEscapedIsItself() {
        assertThat(Escapes.text("MSG  grüß dich, 世界 😀 {*} $ ")).isEqualTo("MSG  grüß dich, 世界 😀 {*} $ ");
        assertThat(Escapes.bytes("")).isEmpty();
    }

    @Test
    void controlCharacters() {
        assertThat(Escapes.bytes("a\\n\\r\\t\\0b")).containsExactly('a', '\n', '\r', '\t', 0, 'b');
    }

    @Test
    void backslashesAndStars() {
        assertThat(Escapes.text("\\\\n \\*")).isEqualTo("\\n *");
    }

    @Test
    void bytesNeedNotBeUtf8() {
        assertThat(Escapes.bytes("\\xFF\\xfd\\x06")).containsExactly(0xFF, 0xFD, 0x06);
    }

    @Test
    void codePoints() {
        assertThat(Escapes.bytes("\\u{1F600}\\u{e9}")).isEqualTo("😀é".getBytes(UTF_8));
    }

    @Test
    void repetitions() {
        assertThat(Escapes.text("<\\{ab*3}>")).isEqualTo("<ababab>");
        assertThat(Escapes.text("\\{x*0}")).isEmpty();
        assertThat(Escapes.text("\\{\\*\\u{e9}}*2}")).isEqualTo("*é}*é}");
        assertThat(Escapes.text("\\{a\\{b*2}*2}")).isEqualTo("abbabb");
        assertThat(Escapes.bytes("\\{\\xFF*9000}")).hasSize(9000).containsOnly(0xFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "\\q",
                "\\x",
                "\\xF",
                "\\x+1",
                "\\xGG",
                "\\u",
                "\\u41",
                "\\u{",
                "\\u{}",
                "\\u{D800}",
                "\\u{110000}",
                "\\u{99999999999}",
                "\\{ab}",
                "\\{ab*",
                "\\{ab*}",
                "\\{ab*-1}",
                "\\{ab*1.5}",
                "\\{ab*9999999999}",
                "\\{0123456789*2000000}",
                "\\{\\{0123456789*1000000}*2}",
                "\ud800"
            })
    void mistakes(String escaped) {
        assertThatIllegalArgumentException().isThrownBy(() -> Escapes.bytes(escaped));
    }

    @Test
    void textHasToBeUtf8() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Escapes.text("a\\xFF"))
                .withMessageContaining("a\\xFF");
    }

    @Test
    void whatIsShownCanBeWrittenInATranscript() {
        String text = "tab\t nul\0 cr\r lf\n esc\u001b bidi\u202e space\u00a0 back\\slash *star* é 世 😀 end ";
        assertThat(Escapes.show(text))
                .isEqualTo("tab\\t nul\\0 cr\\r lf\\n esc\\u{1b} bidi\\u{202e} space\\u{a0} back\\\\slash \\*star\\*"
                        + " é 世 😀 end\\x20");
        assertThat(Escapes.text(Escapes.show(text))).isEqualTo(text);
        assertThat(Expectation.of(Escapes.show(text)).matches(text)).isTrue();
    }

    @Test
    void bytesThatAreNoTextAreShownOneByOne() {
        byte[] bytes = {'a', (byte) 0xFF, '\n', (byte) 0x80};
        assertThat(Escapes.show(bytes)).isEqualTo("a\\xFF\\n\\x80");
        assertThat(Escapes.bytes(Escapes.show(bytes))).isEqualTo(bytes);
    }
}
