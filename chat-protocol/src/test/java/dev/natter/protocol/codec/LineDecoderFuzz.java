package dev.natter.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Any bytes mean what a plain reading of the whole says, however they are cut. Telnet's sequences are part of that. */
final class LineDecoderFuzz {

    /** Short, so that lines that are too long are found soon. */
    private static final int MAX_LENGTH = 16;

    @FuzzTest
    void bytesMeanTheSameHoweverTheyCome(byte[] input) {
        List<String> plain = PlainReading.of(input, MAX_LENGTH);
        assertThat(lines(new Wire(MAX_LENGTH).sends(input))).isEqualTo(plain);
        assertThat(lines(cut(input))).isEqualTo(plain);
    }

    private static Wire cut(byte[] input) {
        Random random = new Random(Arrays.hashCode(input));
        Wire wire = new Wire(MAX_LENGTH);
        if (random.nextBoolean()) {
            wire.pausing();
        }
        int longest = 1 + random.nextInt(8);
        for (int from = 0; from < input.length; ) {
            int to = Math.min(input.length, from + 1 + random.nextInt(longest));
            wire.sends(Arrays.copyOfRange(input, from, to));
            from = to;
        }
        return wire;
    }

    private static List<String> lines(Wire wire) {
        wire.endsInput();
        while (wire.isPaused()) {
            wire.goesOn();
        }
        wire.assertEverythingIsReleased();
        wire.closes();
        return wire.heard().stream()
                .filter(what -> !what.equals("TimingMark") && !what.equals("end"))
                .toList();
    }
}
