package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.net.fanout.Backlog.Piece;
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
    void smallPiecesAreOneAndKeepNoTickAlive() {
        Tick tick = new Tick(ByteBufAllocator.DEFAULT);
        for (int i = 0; i < 100; i++) {
            tick.append(i, "0123456789".getBytes(UTF_8));
        }
        for (int i = 0; i < 100; i += 2) {
            backlog.add(tick.slice(i, i + 1), false, ByteBufAllocator.DEFAULT);
        }
        ByteBuf whole = tick.slice(0, 100);
        whole.release();
        tick.release();
        assertThat(Buffers.root(whole).refCnt()).isZero();
        assertThat(taken()).isEqualTo("0123456789".repeat(50));
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void repliesAndWhatOthersSayAreNotMixed() {
        add("a", false);
        add("b", true);
        add("c", false);
        assertThat(taken()).isEqualTo("a");
        assertThat(taken()).isEqualTo("b");
        assertThat(taken()).isEqualTo("c");
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
        Piece piece = backlog.remove();
        String text = piece.bytes().toString(UTF_8);
        piece.bytes().release();
        return text;
    }
}
