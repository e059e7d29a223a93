package dev.natter.server.soak;

import dev.natter.server.system.Heard;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Somebody says far more than the pace allows: it is slowed, and nothing of what it said is lost. */
final class Flood implements Actor {

    private static final int LINES = 400;

    /** What the server allows when nothing is set. */
    private static final int AT_ONCE = 100;

    private static final int A_SECOND = 20;

    private final Venue venue;
    private final Random random;
    private int floods;

    Flood(Venue venue, Random random) {
        this.venue = venue;
        this.random = random;
    }

    @Override
    public void act() {
        floods++;
        String room = "#flood" + floods;
        String nick = "flooder" + floods;
        long before = System.nanoTime();
        try (Guest witness = venue.connects("witness", random).enters();
                Guest flooder = venue.connects(nick, random).enters()) {
            witness.asks("JOIN " + room).asks("LEAVE #lobby").settles(line -> {});
            flooder.asks("NICK " + nick)
                    .asks("JOIN " + room)
                    .asks("LEAVE #lobby")
                    .settles(line -> {});
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> pour(flooder));
            Numbered words = new Numbered(nick);
            while (words.heard() < LINES) {
                Heard.in(witness.hears(), room).ifPresent(word -> {
                    words.hears(word.text());
                    venue.tally().delivered();
                });
            }
            flood.join();
            wasSlowed(System.nanoTime() - before);
            flooder.leaves(true);
            witness.leaves(true);
        }
    }

    private static void pour(Guest flooder) {
        for (int number = 0; number < LINES; number++) {
            flooder.asks("MSG " + Numbered.word(number));
        }
        flooder.settles(line -> {});
    }

    /** By the server's clock it can only have been longer: the connection's tokens began with it. */
    private static void wasSlowed(long nanos) {
        double least = (double) (LINES - AT_ONCE) / A_SECOND;
        double seconds = nanos / 1e9;
        if (seconds < least) {
            throw new AssertionError(
                    LINES + " lines took only " + seconds + " s; the pace says " + least + " at least");
        }
    }
}
