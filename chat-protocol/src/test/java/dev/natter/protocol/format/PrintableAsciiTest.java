package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrintableAsciiTest {

    /** More than two words of eight bytes, and some bytes behind them. */
    private static final int LENGTH = 21;

    @Test
    void everyByteIsToldWhereverItStands() {
        for (int at = 0; at < LENGTH; at++) {
            for (int b = 0; b < 256; b++) {
                for (byte others : new byte[] {' ', '!', '~'}) {
                    byte[] text = new byte[LENGTH];
                    Arrays.fill(text, others);
                    text[at] = (byte) b;
                    assertThat(PrintableAscii.is(text, LENGTH))
                            .as("%#x at %d among %#x", b, at, others)
                            .isEqualTo(b >= ' ' && b <= '~');
                }
            }
        }
    }

    @Test
    void whatStandsBehindTheEndDoesNotCount() {
        assertThat(PrintableAscii.is("12345678\n".getBytes(ISO_8859_1), 8)).isTrue();
        assertThat(PrintableAscii.is("123\n".getBytes(ISO_8859_1), 3)).isTrue();
        assertThat(PrintableAscii.is(new byte[0], 0)).isTrue();
    }
}
