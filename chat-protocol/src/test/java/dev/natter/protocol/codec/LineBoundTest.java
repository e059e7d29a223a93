package dev.natter.protocol.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 8192 bytes are a line, one more is none, and what is too long costs nothing. */
final class LineBoundTest {

    private static final int MAX = CommandDecoder.MAX_LINE;

    @Test
    void isWhatTheProtocolSays() {
        assertThat(MAX).isEqualTo(8192);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\0", "\r\0\n"})
    void aLineOfThatLengthIsPassedOnWhateverEndsIt(String end) {
        byte[] input = bytes("x".repeat(MAX) + end + "y\n");
        for (int cut = MAX - 3; cut < input.length; cut++) {
            assertThat(cutAt(cut, input).heard()).containsExactly("Text(\"" + "x".repeat(MAX) + "\")", "Text(\"y\")");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\0", "\r\0\n"})
    void aLongerOneIsToldAndSkippedWhateverEndsIt(String end) {
        byte[] input = bytes("x".repeat(MAX + 1) + end + "y\n");
        for (int cut = MAX - 3; cut < input.length; cut++) {
            assertThat(cutAt(cut, input).heard()).containsExactly("TooLong()", "Text(\"y\")");
        }
    }

    @Test
    void itIsToldAtOnceAndOnlyOnce() {
        Wire wire = new Wire(MAX).sends(bytes("x".repeat(MAX)));
        assertThat(wire.heard()).isEmpty();
        wire.sends(bytes("x"));
        assertThat(wire.heard()).containsExactly("TooLong()");
        wire.sends(bytes("x".repeat(3 * MAX))).endsInput();
        assertThat(wire.heard()).containsExactly("TooLong()", "end");
    }

    @Test
    void aCarriageReturnIsCountedOnlyOnceItIsKnownNotToEndTheLine() {
        Wire wire = new Wire(MAX).sends(bytes("x".repeat(MAX) + "\r"));
        assertThat(wire.heard()).isEmpty();
        wire.sends(bytes("x"));
        assertThat(wire.heard()).containsExactly("TooLong()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\r", "\0", "\u00FF\u00FF", "\u00FF\u00F1", "\u00FF\u00FA"})
    void anEndlessLineTakesNoMemory(String repeated) {
        byte[] input = repeated.getBytes(ISO_8859_1);
        assemble(input, 2 * MAX); // loads the classes
        long before = allocated();
        assemble(input, 20_000_000);
        // The line's buffer doubles up to the bound, which makes less than twice the bound in all.
        assertThat(allocated() - before).isLessThan(8L * MAX);
    }

    private static Wire cutAt(int cut, byte[] input) {
        return new Wire(MAX).sends(Arrays.copyOf(input, cut)).sends(Arrays.copyOfRange(input, cut, input.length));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void assemble(byte[] input, int length) {
        LineAssembler assembler = new LineAssembler(MAX);
        TelnetFilter telnet = new TelnetFilter();
        int lines = 0;
        for (int i = 0; i < length; i++) {
            byte b = input[i % input.length];
            if (telnet.classify(b) == TelnetFilter.Meaning.TYPED && assembler.add(b) != null) {
                lines++;
            }
        }
        assertThat(lines).isLessThanOrEqualTo(1);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
