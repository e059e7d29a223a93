package dev.natter.client.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Nick ALICE = Nick.of("alice");
    private static final Nick BOB = Nick.of("bob");

    private final Sheet sheet = new Sheet();
    private final Feed feed =
            new Feed(new ColouredView(Theme.monochrome(), new Timestamps(ZoneOffset.UTC, false)), sheet);

    @AfterEach
    void close() {
        sheet.stuck.countDown();
        feed.close();
    }

    @Test
    void allIsDrawnInOrder() throws Exception {
        feed.show(message("one"), false);
        feed.show(remark("two"), false);
        feed.show(message("three"), false);
        feed.drawn();
        assertThat(sheet.lines).containsExactly("<bob> one", "-- two", "<bob> three");
    }

    @Test
    void whatIsTooMuchIsLeftOutAndCounted() throws Exception {
        stopDrawing();
        for (int i = 0; i < 1000; i++) {
            feed.show(message("number " + i), false);
        }
        sheet.stuck.countDown();
        feed.drawn();
        assertThat(sheet.lines)
                .hasSize(sheet.rows() - 4 + 2)
                .contains("-- 994 lines are not shown here: too many at once")
                .endsWith("<bob> number 998", "<bob> number 999");
    }

    @Test
    void whatConcernsThisPersonIsNotLeftOut() throws Exception {
        stopDrawing();
        feed.show(message("alice, are you there?"), true);
        feed.show(new Item.Heard(new Event.PrivateMessage(NOW, BOB, ALICE, "psst"), ALICE, RoomName.LOBBY), true);
        for (int i = 0; i < 1000; i++) {
            feed.show(message("number " + i), false);
        }
        sheet.stuck.countDown();
        feed.drawn();
        assertThat(sheet.lines).contains("<bob> alice, are you there?", "[bob to you] psst", "<bob> number 999");
        assertThat(sheet.rung).isEqualTo(1);
    }

    @Test
    void aTerminalThatTakesNothingHoldsUpNobody() throws Exception {
        stopDrawing();
        for (int i = 0; i < 5000; i++) {
            feed.show(remark("remark " + i), false);
        }
        sheet.stuck.countDown();
        feed.drawn();
        assertThat(sheet.lines).hasSize(102).endsWith("-- remark 4999");
    }

    @Test
    void whatIsHeldBackIsDrawnAtTheEnd() {
        for (int i = 0; i < 5; i++) {
            feed.show(
                    new Item.Heard(new Event.Joined(NOW, RoomName.LOBBY, Nick.of("n" + i), i), ALICE, RoomName.LOBBY),
                    false);
        }
        feed.close();
        assertThat(sheet.lines).hasSize(4).endsWith("-- 2 joined #lobby (4 online): n3, n4");
    }

    /** Returns when the display has begun to draw something, which it will not finish before it is told to. */
    private void stopDrawing() throws InterruptedException {
        sheet.stops = true;
        feed.show(remark("stop"), false);
        sheet.stopped.await();
    }

    private static Item message(String text) {
        return new Item.Heard(new Event.Message(NOW, RoomName.LOBBY, BOB, text), ALICE, RoomName.LOBBY);
    }

    private static Item remark(String text) {
        return new Item.Remark(NOW, List.of(text));
    }

    private static final class Sheet implements Display {

        private final List<String> lines = new ArrayList<>();
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final CountDownLatch stuck = new CountDownLatch(1);
        private volatile boolean stops;
        private int rung;

        @Override
        public void draw(List<AttributedString> rows) {
            rows.forEach(row -> lines.add(row.toString()));
            if (stops) {
                stops = false;
                stopped.countDown();
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void ring() {
            rung++;
        }

        @Override
        public int columns() {
            return 0;
        }

        @Override
        public int rows() {
            return 10;
        }
    }
}
