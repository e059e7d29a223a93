package dev.natter.testkit;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A dialogue that shows a rule of the protocol.
 *
 * @param source the file, as failures name it
 * @param rule the first line's comment
 * @param lines its steps, at least one
 */
record Transcript(String source, String rule, List<Line> lines) {
    private static final Pattern VERB = Pattern.compile("[A-Za-z]+");

    Transcript {
        lines = List.copyOf(lines);
    }

    /**
     * A step and where it stands.
     *
     * @param number counted from 1
     * @param text the line as it was written
     */
    record Line(int number, String text, Step step) {}

    /** The first words, in capitals, of the lines that are sent, where they could be a command's. */
    Set<String> verbs() {
        Set<String> verbs = new HashSet<>();
        for (Line line : lines) {
            if (line.step() instanceof Step.Sends sends) {
                String text = new String(sends.bytes(), StandardCharsets.UTF_8);
                text.lines()
                        .map(sent -> sent.strip().split("\\s+", 2)[0])
                        .filter(word -> VERB.matcher(word).matches())
                        .forEach(word -> verbs.add(word.toUpperCase(Locale.ROOT)));
            }
        }
        return verbs;
    }
}
