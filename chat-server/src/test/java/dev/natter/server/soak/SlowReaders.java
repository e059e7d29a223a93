package dev.natter.server.soak;

import dev.natter.server.system.Heard;
import dev.natter.server.system.Sluggard;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One who reads nothing and one who reads a few bytes now and then are disconnected; those around them lose nothing. */
final class SlowReaders implements Actor {

    /** 2 kB to say, and 12 kB to hear in JSON. */
    private static final String LONG = "\u0001".repeat(1900);

    private static final int WORDS_AT_ONCE = 5;
    private static final int DRIBBLE = 100;

    /** With what is said here both are gone in less than half of it. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Venue venue;
    private final Random random;
    private int rooms;

    SlowReaders(Venue venue, Random random) {
        this.venue = venue;
        this.random = random;
    }

    @Override
    public void act() throws IOException {
        rooms++;
        String room = "#slow" + rooms;
        try (Guest speaker = venue.connects("speaker", random).enters();
                Guest witness = venue.connects("witness", true, random).enters();
                Sluggard mute = comesTo(room, "mute" + rooms);
                Sluggard dribbler = comesTo(room, "dribbler" + rooms)) {
            witness.asks("JOIN " + room).asks("LEAVE #lobby").settles(line -> {});
            speaker.asks("JOIN " + room).asks("LEAVE #lobby").settles(line -> {});
            speakUntilBothAreGone(speaker, witness, dribbler);
            wasToldWhy(mute);
            wasToldWhy(dribbler);
            speaker.leaves(false);
            witness.leaves(false);
        }
    }

    private Sluggard comesTo(String room, String nick) throws IOException {
        venue.tally().connected();
        Sluggard sluggard = new Sluggard(venue.address());
        sluggard.sends("FORMAT JSON\nNICK " + nick + "\nJOIN " + room + "\nLEAVE #lobby");
        return sluggard;
    }

    private void speakUntilBothAreGone(Guest speaker, Guest witness, Sluggard dribbler) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int gone = 0;
        for (int said = 0; gone < 2; ) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + said + " long words only " + gone + " of two are gone as too slow");
            }
            for (int i = 0; i < WORDS_AT_ONCE; i++) {
                speaker.asks("MSG " + (said + i) + LONG);
            }
            for (int heard = 0; heard < WORDS_AT_ONCE; ) {
                String line = witness.hears();
                if (line.contains("\"cause\":\"slow\"")) {
                    gone++;
                    venue.tally().tooSlow();
                }
                for (Heard word : Heard.in(line, "").stream().toList()) {
                    is(said + heard, word.text());
                    heard++;
                }
            }
            said += WORDS_AT_ONCE;
            dribbler.dribbles(DRIBBLE);
        }
        speaker.settles(line -> {});
    }

    private void is(int number, String text) {
        if (!text.startsWith(number + "\\u0001")) {
            throw new AssertionError("word " + number + " was due, but there came: " + text.substring(0, 20) + "...");
        }
        venue.tally().delivered();
    }

    private static void wasToldWhy(Sluggard sluggard) throws IOException {
        List<String> heard = sluggard.linesUntilEnd();
        String last = heard.isEmpty() ? "nothing" : heard.get(heard.size() - 1);
        if (!last.startsWith("{\"type\":\"closing\"") || !last.contains("too slow")) {
            throw new AssertionError("who was too slow was not told so, but: " + last);
        }
    }
}
