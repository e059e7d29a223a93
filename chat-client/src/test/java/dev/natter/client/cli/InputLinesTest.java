package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.codec.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputLinesTest {

    @Test
    void endWithLfOrCrLfOrTheInput() throws IOException {
        assertThat(read("a\nb\r\n\nc".getBytes(UTF_8))).containsExactly(text("a"), text("b"), text(""), text("c"));
        assertThat(read("a\n".getBytes(UTF_8))).containsExactly(text("a"));
        assertThat(read("a\r".getBytes(UTF_8))).containsExactly(text("a"));
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void keepWhateverElseIsInThem() throws IOException {
        assertThat(read(" \ta\rb\0\u001B \r\r\n".getBytes(UTF_8))).containsExactly(text(" \ta\rb\0\u001B \r"));
    }

    @Test
    void loseAByteOrderMarkAtTheStartOnly() throws IOException {
        assertThat(read("\uFEFFa\n\uFEFFb".getBytes(UTF_8))).containsExactly(text("a"), text("\uFEFFb"));
    }

    @Test
    void thatCannotBeReadDoNotHarmOthers() throws IOException {
        assertThat(read("a\n\u00E4\nb\n".getBytes(ISO_8859_1)))
                .containsExactly(text("a"), new Line.BadEncoding(), text("b"));
    }

    @Test
    void thatAreTooLongAreNotKeptInMemoryAndDoNotHarmOthers() throws IOException {
        String longest = "x".repeat(8192);
        assertThat(read((longest + "\n" + longest + "x\nb\n").getBytes(UTF_8)))
                .containsExactly(text(longest), new Line.TooLong(), text("b"));
    }

    /** On a terminal each Ctrl-D behind nothing ends it again, if one goes on reading. */
    @Test
    void endForGood() throws IOException {
        InputLines lines = new InputLines(new EndsOften("a", "b"));
        assertThat(lines.next()).isEqualTo(text("a"));
        assertThat(lines.next()).isNull();
        assertThat(lines.next()).isNull();
    }

    private static List<Line> read(byte[] bytes) throws IOException {
        InputLines input = new InputLines(new ByteArrayInputStream(bytes));
        List<Line> lines = new ArrayList<>();
        for (Line line = input.next(); line != null; line = input.next()) {
            lines.add(line);
            assertThat(input.number()).isEqualTo(lines.size());
        }
        return lines;
    }

    private static Line text(String text) {
        return new Line.Text(text);
    }

    /** As a terminal does: behind each part there is an end. */
    private static final class EndsOften extends InputStream {

        private final Iterator<String> parts;
        private InputStream part;

        EndsOften(String... parts) {
            this.parts = List.of(parts).iterator();
            part = next();
        }

        @Override
        public int read() throws IOException {
            int b = part.read();
            if (b < 0) {
                part = next();
            }
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = part.read(bytes, from, length);
            if (count < 0) {
                part = next();
            }
            return count;
        }

        private InputStream next() {
            return parts.hasNext() ? new ByteArrayInputStream(parts.next().getBytes(UTF_8)) : nullInputStream();
        }
    }
}
