package dev.natter.server.soak;

import dev.natter.server.system.Heard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One of those who are there from the beginning to the end, talk to each other all the while, and miss nothing. It talks as
 * fast as the server lets it.
 */
final class Steady implements Actor {

    static final String ROOM = "#steady";
    private static final List<String> QUESTIONS =
            List.of("WHO", "ROOMS", "HELP", "WHOIS nobody-of-this-name", "NICK 1", "JOIN", "TELL #nowhere hello");

    private final String nick;
    private final Guest guest;
    private final Random random;
    private final Tally tally;
    private final Map<String, Numbered> others = new LinkedHashMap<>();
    private int said;

    /** Comes into the room. */
    Steady(String nick, boolean json, Venue venue, Random random) {
        this.nick = nick;
        this.guest = venue.connects(nick, json, random).enters();
        this.random = random;
        this.tally = venue.tally();
        guest.asks("NICK " + nick).asks("JOIN " + ROOM).asks("LEAVE #lobby");
        if (random.nextBoolean()) {
            guest.asks("ECHO ON");
            listensTo(this);
        }
        guest.settles(line -> {});
    }

    /** From now on each of its words is expected; before it says the first. */
    void listensTo(Steady other) {
        others.put(other.nick, new Numbered(other.nick));
    }

    String nick() {
        return nick;
    }

    @Override
    public void act() {
        for (int words = random.nextInt(8); words >= 0; words--) {
            if (random.nextInt(4) == 0) {
                guest.asks(QUESTIONS.get(random.nextInt(QUESTIONS.size())));
            }
            guest.asks((random.nextBoolean() ? "MSG " : "TELL " + ROOM + " ") + Numbered.word(said));
            said++;
        }
        guest.settles(this::hear);
    }

    private void hear(String line) {
        Heard.in(line, ROOM).ifPresent(word -> {
            Numbered other = others.get(word.from());
            if (other != null && word.where().equals(ROOM)) {
                other.hears(word.text());
                tally.delivered();
            }
        });
    }

    /** When all have said all: it has heard all of it. */
    void hasHeardAll(List<Steady> all) {
        guest.settles(this::hear);
        for (Steady other : all) {
            if (others.containsKey(other.nick)) {
                others.get(other.nick).hasHeard(other.said);
            }
        }
    }

    void leaves() {
        guest.leaves(random.nextBoolean());
        guest.close();
    }
}
