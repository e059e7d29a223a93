package dev.natter.client.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 1234", "12345678, 87654321", "99999999, 99999999", "10, 90000000"})
    void isReadAsItWasWritten(int sender, int number) {
        byte[] bytes = new byte[Stamp.LENGTH + 2];
        Stamp.write(bytes, 1, sender, number);
        assertThat(new String(bytes, 1, Stamp.LENGTH, ISO_8859_1))
                .isEqualTo(String.format("%08d.%08d", sender, number));
        assertThat(Stamp.isAt(bytes, 1)).isTrue();
        assertThat(Stamp.sender(bytes, 1)).isEqualTo(sender);
        assertThat(Stamp.number(bytes, 1)).isEqualTo(number);
    }

    @Test
    void onlyTheNumberChanges() {
        byte[] bytes = new byte[Stamp.LENGTH];
        Stamp.write(bytes, 0, 3, 9);
        Stamp.writeNumber(bytes, 0, 10);
        assertThat(new String(bytes, ISO_8859_1)).isEqualTo("00000003.00000010");
    }

    /** Whatever stands at one place instead of what belongs there. */
    @Test
    void nothingElseIsOne() {
        for (int at = 0; at < Stamp.LENGTH; at++) {
            for (int b = 0; b < 256; b++) {
                byte[] bytes = "12345678.90123456".getBytes(ISO_8859_1);
                bytes[at] = (byte) b;
                boolean right = at == 8 ? b == '.' : b >= '0' && b <= '9';
                assertThat(Stamp.isAt(bytes, 0)).as("byte %d at %d", b, at).isEqualTo(right);
            }
        }
    }
}
