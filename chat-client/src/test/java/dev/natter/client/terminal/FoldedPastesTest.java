package dev.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.reader.impl.BufferImpl;
import org.junit.jupiter.api.Test;

class FoldedPastesTest {

    private final FoldedPastes pastes = new FoldedPastes();
    private final BufferImpl buffer = new BufferImpl();

    @Test
    void oneLineIsPastedWithoutItsEnd() {
        paste("one line\n");
        assertThat(buffer).hasToString("one line");
    }

    @Test
    void fewLinesAreShownAsTheyAre() {
        paste("1\n2\n3\n4\n5\n");
        assertThat(buffer).hasToString("1\n2\n3\n4\n5\n");
    }

    @Test
    void manyLinesAreOneThing() {
        String lines = "line\n".repeat(499) + "last";
        buffer.write("/tell bob ");
        paste(lines + "\n");
        assertThat(pastes.shown(buffer.toString()))
                .isEqualTo("/tell bob [500 lines pasted: Enter sends them, Ctrl-C does not]");
        assertThat(pastes.isIn(buffer.toString())).isTrue();
        assertThat(pastes.unfold(buffer.toString())).isEqualTo("/tell bob " + lines);
        assertThat(pastes.isIn(buffer.toString())).isFalse();
    }

    @Test
    void severalStandForThemselves() {
        paste("a\n".repeat(6));
        buffer.write(" and ");
        paste("b\n".repeat(7));
        assertThat(pastes.shown(buffer.toString()))
                .isEqualTo("[6 lines pasted: Enter sends them, Ctrl-C does not] and "
                        + "[7 lines pasted: Enter sends them, Ctrl-C does not]");
        buffer.backspace();
        assertThat(pastes.unfold(buffer.toString())).isEqualTo("a\na\na\na\na\na and ");
    }

    @Test
    void whatLooksLikeOneIsNone() {
        assertThat(pastes.unfold("\uE000 [500 lines pasted: Enter sends them, Ctrl-C does not]"))
                .isEqualTo("\uE000 [500 lines pasted: Enter sends them, Ctrl-C does not]");
    }

    private void paste(String text) {
        int start = buffer.cursor();
        buffer.write(text);
        pastes.fold(buffer, start);
    }
}
