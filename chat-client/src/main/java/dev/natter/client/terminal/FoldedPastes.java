package dev.natter.client.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.Buffer;

/**
 * Pastes of many lines: in the line that is being typed a single character stands for each, which is shown as some words. A
 * screen full of lines could not be edited anyway. Typing thread only.
 */
final class FoldedPastes {

    /** So many lines are shown as they are. */
    private static final int SHOWN = 5;

    /** The first of Unicode's characters for private use, which nobody types; the next ones are for further pastes. */
    private static final char FIRST = '\uE000';

    private static final int MAX_PASTES = 100;

    private final List<String> folded = new ArrayList<>();

    /** Folds what was just pasted, from {@code start} to the cursor. */
    void fold(Buffer buffer, int start) {
        String pasted = buffer.substring(start, buffer.cursor());
        // Who copies a line often has its end with it, and does not mean to send it by that.
        String text = pasted.stripTrailing();
        long lines = text.lines().count();
        if (lines > 1 && (lines <= SHOWN || folded.size() == MAX_PASTES)) {
            return;
        }
        int end = buffer.cursor();
        buffer.cursor(start);
        buffer.delete(end - start);
        if (lines <= 1) {
            buffer.write(text);
        } else {
            buffer.write(FIRST + folded.size());
            folded.add(text);
        }
    }

    boolean isIn(String line) {
        return line.chars().anyMatch(this::isFold);
    }

    private boolean isFold(int character) {
        return character >= FIRST && character < FIRST + folded.size();
    }

    /** The line as it is shown. */
    String shown(String line) {
        return replaced(line, text -> "[" + text.lines().count() + " lines pasted: Enter sends them, Ctrl-C does not]");
    }

    /** The line with the pastes in it. They are forgotten then. */
    String unfold(String line) {
        String unfolded = replaced(line, text -> text);
        clear();
        return unfolded;
    }

    void clear() {
        folded.clear();
    }

    private String replaced(String line, UnaryOperator<String> by) {
        if (!isIn(line)) {
            return line;
        }
        StringBuilder replaced = new StringBuilder();
        line.chars().forEach(c -> {
            if (isFold(c)) {
                replaced.append(by.apply(folded.get(c - FIRST)));
            } else {
                replaced.append((char) c);
            }
        });
        return replaced.toString();
    }
}
