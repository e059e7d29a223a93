package dev.natter.client.chat;

import dev.natter.client.view.Item;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Shows things on a screen, and rings for those that are worth it. Any thread. */
final class Notices {

    private final Screen screen;
    private final Clock clock;
    private volatile Bell bell = Bell.MENTION;

    Notices(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    Bell bell() {
        return bell;
    }

    void bell(Bell wanted) {
        bell = wanted;
    }

    Instant now() {
        return clock.instant();
    }

    void show(Item item) {
        screen.show(item, bell.ringsFor(item));
    }

    /** Says something of this program's own. */
    void remark(String... lines) {
        remark(List.of(lines));
    }

    void remark(List<String> lines) {
        show(new Item.Remark(now(), lines));
    }

    /** Says what went wrong. */
    void complain(String sentence) {
        show(new Item.Complaint(now(), sentence));
    }
}
