package dev.natter.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.cases.RandomText;
import org.junit.jupiter.api.Test;

/** Whatever is asked for, either a name comes of it that keeps every promise, or a {@link BadNameException}. */
final class HostileNamesTest {

    private static final int STRINGS = 200_000;

    @Test
    void whateverBecomesANickIsOne() {
        RandomText random = new RandomText(1);
        int accepted = 0;
        for (int i = 0; i < STRINGS; i++) {
            String asked = random.ofCodePoints(i % 8 == 0 ? 40 : 3);
            try {
                Nick nick = Nick.of(asked);
                assertKeepsItsPromises(nick.toString(), nick.folded(), Nick.MAX_LENGTH);
                assertThat(Nick.of(nick.toString())).isEqualTo(nick).hasToString(nick.toString());
                accepted++;
            } catch (BadNameException e) {
                assertThat(e.getMessage()).startsWith(Quote.of(asked) + " is not a nickname: ");
            }
        }
        assertThat(accepted).isGreaterThan(STRINGS / 20);
    }

    @Test
    void whateverBecomesARoomIsOne() {
        RandomText random = new RandomText(2);
        int accepted = 0;
        for (int i = 0; i < STRINGS; i++) {
            String asked = (i % 50 == 0 ? "" : "#") + random.ofCodePoints(i % 8 == 0 ? 60 : 3);
            try {
                RoomName room = RoomName.of(asked);
                assertThat(room.toString()).startsWith("#");
                assertKeepsItsPromises(room.toString().substring(1), room.folded(), RoomName.MAX_LENGTH);
                assertThat(RoomName.of(room.toString())).isEqualTo(room).hasToString(room.toString());
                accepted++;
            } catch (BadNameException e) {
                assertThat(e.getMessage()).startsWith(Quote.of(asked) + " is not a room: ");
            }
        }
        assertThat(accepted).isGreaterThan(STRINGS / 20);
    }

    /** Nothing in it can end a word, a line, or the brackets in which a name stands. */
    private static void assertKeepsItsPromises(String spelling, String folded, int max) {
        assertThat(spelling.codePointCount(0, spelling.length())).isBetween(1, max);
        assertThat(NameRules.normalize(spelling)).isEqualTo(spelling);
        assertThat(NameRules.fold(folded)).isEqualTo(folded);
        assertThat(spelling.codePoints())
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || "[]():#@\"\\,".indexOf(c) >= 0);
    }
}
