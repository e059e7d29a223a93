package dev.natter.protocol.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.natter.protocol.message.ServerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines of a server that has gone mad are refused, and nothing else happens. */
final class JsonReaderFuzzTest {

    private static final int LINES = 50_000;
    private static final String LIKELY = "{}[]:,\"\\ 0179-+.eEnulltrue\0\n\u001B\u00E9\uD83D\uFFFF";

    private final Random random = new Random(8);

    @Test
    void aMutilatedLineIsReadOrRefused() {
        List<String> lines = new ArrayList<>(new Golden("events-json.txt").lines());
        lines.addAll(new Golden("replies-json.txt").lines());
        int refused = 0;
        for (int i = 0; i < LINES; i++) {
            String line = mutilated(lines.get(random.nextInt(lines.size())), lines);
            try {
                Optional<ServerLine> read = JsonReader.read(line);
                assertThatCode(read::toString).doesNotThrowAnyException();
            } catch (IllegalArgumentException e) {
                assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class);
                refused++;
            }
        }
        assertThat(refused).isBetween(LINES / 4, LINES - 1);
    }

    private String mutilated(String line, List<String> others) {
        StringBuilder result = new StringBuilder(line);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(result.length() + 1);
            int end = Math.min(result.length(), at + random.nextInt(4));
            switch (random.nextInt(5)) {
                case 0 -> result.delete(at, end);
                case 1 -> result.insert(at, LIKELY.charAt(random.nextInt(LIKELY.length())));
                case 2 -> result.replace(at, end, String.valueOf(LIKELY.charAt(random.nextInt(LIKELY.length()))));
                case 3 -> result.insert(at, result.substring(at, Math.min(result.length(), at + random.nextInt(30))));
                default -> {
                    String other = others.get(random.nextInt(others.size()));
                    result.setLength(at);
                    result.append(other, Math.min(at, other.length()), other.length());
                }
            }
        }
        return result.toString();
    }
}
