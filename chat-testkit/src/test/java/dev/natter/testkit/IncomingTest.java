package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IncomingTest {
    @Test
    void whereverTheInputIsCutTheLinesAreTheSame() {
        byte[] bytes = Escapes.bytes("\\xFF\\xFC\\x06one\\ntw\\xFF\\xFB\\x0Ao é\\r\\n\\xFF\\xF1\\nend");
        for (int cut = 0; cut <= bytes.length; cut++) {
            Incoming incoming = new Incoming();
            incoming.feed(ByteBuffer.wrap(bytes, 0, cut));
            incoming.feed(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
            assertThat(lines(incoming)).as("cut at %d", cut).containsExactly("one", "two é\r", "");
            assertThat(incoming.unfinishedLine()).containsExactly('e', 'n', 'd');
            assertThat(incoming.telnet()).isEqualTo(Escapes.bytes("\\xFF\\xFC\\x06\\xFF\\xFB\\x0A\\xFF\\xF1"));
        }
    }

    @Test
    void telnetIsTakenByTheByte() {
        Incoming incoming = fed("\\xFF\\xFC\\x06\\xFF\\xFC\\x01");
        incoming.forgetTelnet(3);
        assertThat(incoming.telnet()).isEqualTo(Escapes.bytes("\\xFF\\xFC\\x01"));
    }

    @Test
    void aLineThatIsNotUtf8IsTheServersFault() {
        Incoming incoming = fed("good\\nb\\xC3d\\n");
        assertThat(incoming.pollLine()).isEqualTo("good");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(incoming::pollLine)
                .withMessageContaining("not valid UTF-8: b\\xC3d");
    }

    private static Incoming fed(String escaped) {
        Incoming incoming = new Incoming();
        incoming.feed(ByteBuffer.wrap(Escapes.bytes(escaped)));
        return incoming;
    }

    private static List<String> lines(Incoming incoming) {
        List<String> lines = new ArrayList<>();
        for (String line = incoming.pollLine(); line != null; line = incoming.pollLine()) {
            lines.add(line);
        }
        return lines;
    }
}
