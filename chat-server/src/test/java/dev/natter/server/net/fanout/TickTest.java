package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TickTest {

    private final Tick tick = new Tick(ByteBufAllocator.DEFAULT);

    @AfterEach
    void everythingIsReleased() {
        assertThat(tick.refCnt()).isZero();
    }

    @Test
    void givesOutAnyRunOfItsMessages() {
        say(0, "a");
        say(3, "bb");
        say(4, "");
        say(9, "ccc");
        assertThat(tick.size()).isEqualTo(4);
        assertThat(taken(0, 4)).isEqualTo("abbccc");
        assertThat(taken(0, 1)).isEqualTo("a");
        assertThat(taken(1, 2)).isEqualTo("bb");
        assertThat(taken(2, 3)).isEmpty();
        assertThat(taken(1, 4)).isEqualTo("bbccc");
        assertThat(tick.position(1)).isEqualTo(3);
        tick.release();
    }

    @Test
    void findsTheFirstMessageBehindAPosition() {
        say(2, "a");
        say(5, "b");
        say(6, "c");
        assertThat(tick.firstBehind(0, 0, 3)).isZero();
        assertThat(tick.firstBehind(2, 0, 3)).isEqualTo(1);
        assertThat(tick.firstBehind(4, 0, 3)).isEqualTo(1);
        assertThat(tick.firstBehind(5, 0, 3)).isEqualTo(2);
        assertThat(tick.firstBehind(6, 0, 3)).isEqualTo(3);
        assertThat(tick.firstBehind(99, 0, 3)).isEqualTo(3);
        assertThat(tick.firstBehind(99, 0, 2)).isEqualTo(2);
        assertThat(tick.firstBehind(0, 2, 3)).isEqualTo(2);
        tick.release();
    }

    @Test
    void growsWithWhatIsSaid() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            String message = "message " + i + "\n";
            say(2 * i, message);
            all.append(message);
        }
        assertThat(taken(0, 1000)).isEqualTo(all.toString());
        assertThat(tick.position(999)).isEqualTo(1998);
        tick.release();
    }

    @Test
    void whatItGaveOutOutlivesIt() {
        say(0, "a");
        ByteBuf slice = tick.slice(0, 1);
        tick.release();
        assertThat(slice.toString(UTF_8)).isEqualTo("a");
        assertThat(slice.release()).isTrue();
    }

    @Test
    void itsSlicesShareOneBuffer() {
        say(0, "a");
        say(1, "b");
        ByteBuf whole = tick.slice(0, 2);
        ByteBuf part = tick.slice(1, 2);
        assertThat(Buffers.root(part)).isSameAs(Buffers.root(whole));
        whole.release();
        part.release();
        assertThat(Buffers.root(whole).refCnt()).isEqualTo(1);
        tick.release();
        assertThat(Buffers.root(whole).refCnt()).isZero();
    }

    private void say(int position, String message) {
        tick.append(position, message.getBytes(UTF_8));
    }

    private String taken(int from, int to) {
        ByteBuf slice = tick.slice(from, to);
        try {
            return slice.toString(UTF_8);
        } finally {
            slice.release();
        }
    }
}
