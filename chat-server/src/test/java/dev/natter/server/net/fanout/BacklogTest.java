package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.net.fanout.Backlog.Chunk;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BacklogTest {

    private final Backlog backlog = new Backlog();

    @Test
    void countsWhatThereIsAndWhoSaidIt() {
        assertThat(backlog.isEmpty()).isTrue();
        add("x".repeat(10), false);
        add("y".repeat(5_000), true);
        add("z".repeat(2_000), false);
        assertThat(backlog.isEmpty()).isFalse();
        assertThat(backlog.bytes()).isEqualTo(7_010);
        assertThat(backlog.unread()).isEqualTo(2_010);
        assertThat(taken()).isEqualTo("x".repeat(10));
        assertThat(backlog.unread()).isEqualTo(2_000);
        assertThat(taken()).isEqualTo("y".repeat(5_000));
        assertThat(backlog.unread()).isEqualTo(2_000);
        assertThat(taken()).isEqualTo("z".repeat(2_000));
        assertThat(backlog.bytes()).isZero();
        assertThat(backlog.unread()).isZero();
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void keepsNoTickAlive() {
        Tick tick = new Tick(ByteBufAllocator.DEFAULT);
        for (int i = 0; i < 100; i++) {
            tick.append(i, "0123456789".getBytes(UTF_8));
        }
        for (int i = 0; i < 100; i += 2) {
            backlog.add(tick.slice(i, i + 1), false, ByteBufAllocator.DEFAULT);
        }
        backlog.add(tick.slice(0, 100), false, ByteBufAllocator.DEFAULT);
        ByteBuf whole = tick.slice(0, 100);
        whole.release();
        tick.release();
        assertThat(Buffers.root(whole).refCnt()).isZero();
        assertThat(taken()).isEqualTo("0123456789".repeat(150));
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void repliesAmongWhatOthersSayAreCounted() {
        add("a", false);
        add("bb", true);
        add("c", false);
        Chunk all = backlog.remove();
        assertThat(all.bytes().toString(UTF_8)).isEqualTo("abbc");
        assertThat(all.replies()).isEqualTo(2);
        all.bytes().release();
    }

    @Test
    void linesStayTogether() {
        String line = "x".repeat(3_000);
        add(line, false);
        add(line, false);
        assertThat(taken()).isEqualTo(line);
        assertThat(taken()).isEqualTo(line);
    }

    @Test
    void takesNoMoreThanTwiceTheMemoryThatItCounts() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            add("x".repeat(1 + random.nextInt(random.nextBoolean() ? 20 : 5_000)), random.nextBoolean());
        }
        long counted = backlog.bytes();
        long taken = 0;
        while (!backlog.isEmpty()) {
            ByteBuf bytes = backlog.remove().bytes();
            taken += bytes.capacity();
            bytes.release();
        }
        assertThat(taken).isLessThan(2 * counted + 4_096);
    }

    @Test
    void whateverTheSizesTheOrderStays() {
        Random random = new Random(1);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            String text = i + ":" + "x".repeat(random.nextInt(random.nextBoolean() ? 100 : 3_000));
            add(text, random.nextInt(4) == 0);
            all.append(text);
        }
        StringBuilder taken = new StringBuilder();
        while (!backlog.isEmpty()) {
            taken.append(taken());
        }
        assertThat(taken).hasToString(all.toString());
    }

    private void add(String text, boolean reply) {
        backlog.add(Unpooled.copiedBuffer(text, UTF_8), reply, ByteBufAllocator.DEFAULT);
    }

    private String taken() {
        ByteBuf bytes = backlog.remove().bytes();
        String text = bytes.toString(UTF_8);
        bytes.release();
        return text;
    }
}
