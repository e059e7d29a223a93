package dev.natter.server.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/** Comes, goes from room to room, says a few things, and leaves in any way: many times in a minute. */
final class Churner implements Actor {

    private static final List<String> ROOMS = List.of(Steady.ROOM, "#churn1", "#churn2", "#churn3", "#lobby");

    /** Somewhat more than the server takes at once: so some are slowed, and it is not only about who comes and goes. */
    private static final int MOST_LINES = 120;

    private final String name;
    private final Venue venue;
    private final Random random;
    private int visits;

    Churner(String name, Venue venue, Random random) {
        this.name = name;
        this.venue = venue;
        this.random = random;
    }

    @Override
    public void act() {
        visits++;
        try (Guest guest = venue.connects(name, random)) {
            if (random.nextInt(10) > 0) {
                guest.enters().asks("NICK " + name + "_" + visits);
                for (int line = random.nextInt(MOST_LINES); line > 0; line--) {
                    guest.asks(anything(line));
                    if (random.nextInt(20) == 0) {
                        guest.settles(heard -> {});
                    }
                }
                leave(guest);
            }
        }
    }

    private String anything(int number) {
        String room = ROOMS.get(random.nextInt(ROOMS.size()));
        return switch (random.nextInt(8)) {
            case 0 -> "JOIN " + room;
            case 1 -> "LEAVE " + room;
            case 2 -> "NICK " + name + "_" + visits + "_" + number;
            case 3 -> "WHO " + room;
            case 4 -> "TELL " + room + " " + Numbered.word(number);
            case 5 -> "ECHO " + (random.nextBoolean() ? "ON" : "OFF");
            default -> "MSG " + Numbered.word(number);
        };
    }

    private void leave(Guest guest) {
        switch (random.nextInt(6)) {
            case 0, 1 -> guest.leaves(true);
            case 2 -> guest.leaves(false);
            case 3 -> guest.telnet().vanish();
            case 4 -> {
                guest.telnet().sendsBytes("MSG in the middle of a wo".getBytes(UTF_8));
                guest.telnet().vanish();
            }
            default -> guest.telnet().sendsBytes("MSG in the middle of a wo".getBytes(UTF_8));
        }
    }
}
