package dev.natter.protocol.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a file of cases, {@code input => expected}, both with {@link Escapes} still in them. Blanks around the
 * arrow and the parts do not count; lines that begin with {@code #} are comments.
 */
public record Case(String file, int line, String input, String expected) {

    private static final String ARROW = " => ";

    public static List<Case> read(String file) {
        List<Case> cases = new ArrayList<>();
        int number = 0;
        for (String line : new String(Resource.read(file), UTF_8).split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                cases.add(of(file, number, line));
            }
        }
        return cases;
    }

    private static Case of(String file, int number, String line) {
        int arrow = line.indexOf(ARROW);
        if (arrow < 0) {
            throw new IllegalArgumentException(file + ":" + number + ": no arrow");
        }
        return new Case(
                file,
                number,
                line.substring(0, arrow).strip(),
                line.substring(arrow + ARROW.length()).strip());
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + input;
    }
}
