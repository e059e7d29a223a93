package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one connection hears of several ticks, with what is for it alone in between, in the order of the sequence. */
final class InterleavingTest {

    private final Tick dev = new Tick(ByteBufAllocator.DEFAULT);
    private final Tick ops = new Tick(ByteBufAllocator.DEFAULT);
    private final Interleaving interleaving = new Interleaving();

    @AfterEach
    void onlyTheCallersReferencesAreLeft() {
        assertThat(dev.refCnt()).isEqualTo(1);
        assertThat(ops.refCnt()).isEqualTo(1);
        assertThat(dev.release()).isTrue();
        assertThat(ops.release()).isTrue();
    }

    @Test
    void aWholeTickIsOnePiece() {
        say(dev, 0, "a");
        say(dev, 1, "b");
        hear(dev);
        assertThat(pieces()).containsExactly("ab");
    }

    @Test
    void oneselfIsLeftOut() {
        for (int position = 0; position < 5; position++) {
            say(dev, position, String.valueOf(position));
        }
        hear(dev);
        interleaving.skip(0);
        interleaving.skip(3);
        assertThat(pieces()).containsExactly("12", "4");
    }

    @Test
    void ofATickWithNothingButOnesOwnMessagesNothingIsLeft() {
        say(dev, 0, "a");
        say(dev, 1, "b");
        hear(dev);
        interleaving.skip(0);
        interleaving.skip(1);
        assertThat(pieces()).isEmpty();
    }

    @Test
    void repliesWithNothingInBetweenAreOnePiece() {
        say(dev, 0, "a");
        for (int position = 1; position < 6; position += 2) {
            say(dev, position, "mine");
            interleaving.skip(position);
            interleaving.insert(position + 1, bytes("r" + position), true);
        }
        say(dev, 7, "b");
        hear(dev);
        assertThat(pieces()).containsExactly("a", "reply r1r3r5", "b");
    }

    @Test
    void repliesStandWhereTheyWereGiven() {
        say(dev, 0, "a");
        interleaving.insert(1, bytes("r"), true);
        say(dev, 2, "b");
        interleaving.insert(3, bytes("t"), false);
        hear(dev);
        assertThat(pieces()).containsExactly("a", "reply r", "b", "t");
    }

    @Test
    void twoTicksAreHeardInTheOrderInWhichWasSpoken() {
        say(dev, 0, "a");
        say(dev, 1, "b");
        say(ops, 2, "1");
        say(dev, 3, "c");
        say(ops, 4, "2");
        say(ops, 5, "3");
        hear(ops);
        hear(dev);
        assertThat(pieces()).containsExactly("ab", "1", "c", "23");
    }

    @Test
    void whoeverComesInBetweenHearsTheRest() {
        say(dev, 0, "a");
        interleaving.startAtEnd(dev);
        say(dev, 1, "b");
        hear(dev);
        assertThat(pieces()).containsExactly("b");
    }

    @Test
    void whoeverComesAtTheEndHearsNothingOfIt() {
        say(dev, 0, "a");
        interleaving.startAtEnd(dev);
        hear(dev);
        assertThat(pieces()).isEmpty();
    }

    @Test
    void whoeverLeavesInBetweenHearsTheBeginning() {
        say(dev, 0, "a");
        hear(dev);
        say(dev, 1, "b");
        assertThat(pieces()).containsExactly("a");
    }

    @Test
    void whoeverLeavesAndComesBackMissesWhatWasSaidMeanwhile() {
        say(dev, 0, "a");
        hear(dev);
        say(dev, 1, "b");
        interleaving.startAtEnd(dev);
        say(dev, 2, "c");
        hear(dev);
        say(dev, 3, "d");
        interleaving.startAtEnd(dev);
        say(dev, 4, "e");
        hear(dev);
        assertThat(pieces()).containsExactly("a", "c", "e");
    }

    @Test
    void withNothingToHearNothingComesOut() {
        assertThat(pieces()).isEmpty();
    }

    private void hear(Tick tick) {
        interleaving.add((Tick) tick.retain());
    }

    private static void say(Tick tick, int position, String message) {
        tick.append(position, bytes(message));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        interleaving.drainTo((bytes, reply) -> {
            pieces.add((reply ? "reply " : "") + bytes.toString(UTF_8));
            bytes.release();
        });
        return pieces;
    }
}
