package dev.natter.client.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private final LineReader.Desk desk = new LineReader.Desk();
    private final List<String> lines = new ArrayList<>();
    private final LineReader reader = readerInto(lines);

    @Test
    void cutsAtEachLineFeed() {
        assertThat(read(reader, "one\n\nthree, a longer one\nfour\n")).isTrue();
        assertThat(lines).containsExactly("one", "", "three, a longer one", "four");
    }

    @Test
    void aLineIsWholeWhereverItWasCut() {
        String all = "first line\nsecond\n\nthe fourth one is rather long\n5\n";
        for (int a = 0; a <= all.length(); a++) {
            for (int b = a; b <= all.length(); b++) {
                List<String> heard = new ArrayList<>();
                LineReader cut = readerInto(heard);
                read(cut, all.substring(0, a));
                read(cut, all.substring(a, b));
                read(cut, all.substring(b));
                assertThat(heard).containsExactly("first line", "second", "", "the fourth one is rather long", "5");
            }
        }
    }

    @Test
    void anUnfinishedLineIsNoLine() {
        read(reader, "one\ntw");
        assertThat(lines).containsExactly("one");
    }

    @Test
    void noByteButALineFeedIsTakenForOne() {
        byte[] others = new byte[255];
        for (int i = 0; i < 255; i++) {
            others[i] = (byte) (i < '\n' ? i : i + 1);
        }
        List<Integer> lengths = new ArrayList<>();
        new LineReader(desk, (bytes, from, to) -> lengths.add(to - from))
                .read(Unpooled.wrappedBuffer(others, new byte[] {'\n'}));
        assertThat(lengths).containsExactly(255);
    }

    @Test
    void readersThatShareADeskKeepApart() {
        List<String> others = new ArrayList<>();
        LineReader other = readerInto(others);
        read(reader, "on");
        read(other, "tw");
        read(reader, "e\n");
        read(other, "o\n");
        assertThat(lines).containsExactly("one");
        assertThat(others).containsExactly("two");
    }

    @Test
    void aLineCanBeLongButNotTooLong() {
        String half = "x".repeat(LineReader.MAX_LINE / 2);
        assertThat(read(reader, half)).isTrue();
        assertThat(read(reader, half)).isTrue();
        assertThat(read(reader, "\n")).isTrue();
        assertThat(lines).containsExactly(half + half);
        assertThat(read(reader, half + half + "x")).isFalse();
    }

    private LineReader readerInto(List<String> heard) {
        return new LineReader(desk, (bytes, from, to) -> heard.add(new String(bytes, from, to - from, UTF_8)));
    }

    private static boolean read(LineReader reader, String text) {
        return reader.read(Unpooled.copiedBuffer(text, UTF_8));
    }
}
