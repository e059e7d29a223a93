package dev.natter.protocol.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.cases.Case;
import dev.natter.protocol.cases.Escapes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocol's framing, case by case, and the same however the bytes are cut into packets. */
final class LineDecoderTest {

    private static final int MAX_LENGTH = 16;

    static List<Case> cases() {
        return Case.read("decoder-cases.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheLinesInOnePiece(Case each) {
        byte[] input = Escapes.bytes(each.input());
        assertHeard(each, wire().sends(input));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheLinesCutAtEveryPosition(Case each) {
        byte[] input = Escapes.bytes(each.input());
        for (int cut = 0; cut <= input.length; cut++) {
            byte[] first = Arrays.copyOf(input, cut);
            byte[] second = Arrays.copyOfRange(input, cut, input.length);
            assertHeard(each, wire().sends(first).sends(second));
        }
    }

    @Test
    void aResetEndsNoLine() {
        Wire wire = wire().sends("MSG whole\nMSG ha".getBytes(UTF_8));
        wire.channel().pipeline().fireUserEventTriggered(PeerReset.SEEN);
        wire.sends("lf".getBytes(UTF_8)).endsInput();
        assertThat(wire.heard()).hasSize(2).first().asString().contains("whole");
        assertThat(wire.heard()).last().isEqualTo("end");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheLinesByteByByte(Case each) {
        Wire wire = wire();
        for (byte b : Escapes.bytes(each.input())) {
            wire.sends(new byte[] {b});
        }
        assertHeard(each, wire);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheLinesThoughEachPausesTheReading(Case each) {
        byte[] input = Escapes.bytes(each.input());
        for (int cut = 0; cut <= input.length; cut++) {
            Wire wire = wire().pausing();
            wire.sends(Arrays.copyOf(input, cut)).sends(Arrays.copyOfRange(input, cut, input.length));
            assertThat(wire.heard()).hasSizeLessThanOrEqualTo(1);
            wire.endsInput();
            while (wire.isPaused()) {
                int before = wire.heard().size();
                wire.goesOn();
                assertThat(wire.heard()).hasSizeBetween(before, before + 1);
            }
            assertHeard(each, wire);
        }
    }

    private static Wire wire() {
        return new Wire(MAX_LENGTH);
    }

    private static void assertHeard(Case each, Wire wire) {
        if (!wire.heard().contains("end")) {
            wire.endsInput();
        }
        assertThat(String.join(" ", wire.heard())).isEqualTo(Escapes.text(each.expected()));
        wire.assertEverythingIsReleased();
        wire.closes();
    }
}
