package dev.natter.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random bytes never throw, and mean the same however they arrive. */
final class LineDecoderFuzzTest {

    private static final int INPUTS = 20_000;
    private static final int MAX_LENGTH = 8;

    /** IAC and what follows it, line ends, a mark's bytes, the pieces of characters: what the decoder looks at. */
    private static final int[] LIKELY = {
        0xFF, 0xFF, 0xFF, 0xFA, 0xF0, 0xFB, 0xFD, 0xF1, 0xFE, 6, '\r', '\r', '\n', '\n', 0, 0, 0xEF, 0xBB, 0xBF, 0xC3,
        0xA9, 0xE2, 0x82, 0xAC, 'a', 'b', ' '
    };

    private final Random random = new Random(9);

    @Test
    void theyMeanWhatAPlainReadingOfTheWholeSays() {
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input();
            Wire wire = new Wire(MAX_LENGTH).sends(input).endsInput();
            List<String> lines = wire.heard().stream()
                    .filter(what -> !what.equals("TimingMark") && !what.equals("end"))
                    .toList();
            assertThat(lines).as(Arrays.toString(input)).isEqualTo(PlainReading.of(input, MAX_LENGTH));
            wire.assertEverythingIsReleased();
        }
    }

    @Test
    void theyMeanTheSameCutAnywhereAndPausedAnyTime() {
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input();
            List<String> whole = new Wire(MAX_LENGTH).sends(input).endsInput().heard();
            Wire wire = new Wire(MAX_LENGTH);
            if (random.nextBoolean()) {
                wire.pausing();
            }
            for (int from = 0; from < input.length; ) {
                int to = Math.min(input.length, from + 1 + random.nextInt(6));
                wire.sends(Arrays.copyOfRange(input, from, to));
                from = to;
                if (random.nextInt(3) == 0) {
                    wire.goesOn();
                }
            }
            wire.endsInput();
            while (wire.isPaused()) {
                wire.goesOn();
            }
            assertThat(wire.heard()).as(Arrays.toString(input)).isEqualTo(whole);
            wire.assertEverythingIsReleased();
        }
    }

    private byte[] input() {
        byte[] bytes = new byte[random.nextInt(60)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : LIKELY[random.nextInt(LIKELY.length)]);
        }
        return bytes;
    }
}
