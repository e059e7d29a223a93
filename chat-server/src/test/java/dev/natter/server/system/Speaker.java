package dev.natter.server.system;

import dev.natter.testkit.Telnet;
import java.util.ArrayList;
import java.util.List;

/**
 * Speaks to one room, the other one, and a confidant in turn, as fast as it goes, and listens like the others.
 *
 * @param echo whether its own words come back to it
 * @param confidant the nick of the one who is told every third thing
 */
record Speaker(Listener self, boolean echo, String confidant) implements AutoCloseable {

    static final int WORDS = 150;

    Speaker {
        if (echo) {
            self.telnet().sends("ECHO ON").settles();
        }
    }

    String nick() {
        return self.nick();
    }

    /** What it says as the number so, as those hear it for whom it is. */
    Heard word(int number) {
        String where = switch (number % 3) {
            case 0 -> Listener.LOBBY;
            case 1 -> Listener.SECOND;
            default -> Heard.PRIVATE;
        };
        return new Heard(where, nick(), nick() + "-" + number);
    }

    List<Heard> words() {
        List<Heard> words = new ArrayList<>();
        for (int number = 0; number < WORDS; number++) {
            words.add(word(number));
        }
        return words;
    }

    List<Heard> wordsInRooms() {
        return words().stream().filter(Heard::isPublic).toList();
    }

    /** Says all of it. A speaker of text asks behind each word for an answer, which the others get anyway. */
    void speak() {
        Telnet telnet = self.telnet();
        for (int number = 0; number < WORDS; number++) {
            Heard word = word(number);
            String target = word.isPublic() ? word.where() : confidant;
            telnet.sends("TELL " + target + " " + word.text());
            if (!self.isJson()) {
                telnet.sends("PING " + number);
            }
        }
    }

    @Override
    public void close() {
        self.close();
    }
}
