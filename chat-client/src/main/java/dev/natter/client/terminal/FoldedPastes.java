package dev.natter.client.terminal;

import java.util.HashMap;
import java.util.Map;
import org.jline.reader.Buffer;

/**
 * Pastes of many lines, which are shown in the line that is being typed as a word that stands for them: a screen full of
 * them could not be edited anyway. Typing thread only.
 */
final class FoldedPastes {

    /** So many are shown as they are. */
    private static final int SHOWN = 5;

    private final Map<String, String> folded = new HashMap<>();

    /** Folds what was just pasted, from {@code start} to the cursor. Returns true, as an editor's actions do. */
    boolean fold(Buffer buffer, int start) {
        String pasted = buffer.substring(start, buffer.cursor());
        // Who copies a line often has its end with it, and does not mean to send it by that.
        String text = pasted.stripTrailing();
        long lines = text.lines().count();
        if (lines <= 1 || lines > SHOWN) {
            buffer.cursor(start);
            buffer.delete(pasted.length());
            buffer.write(lines <= 1 ? text : name(text, lines));
        }
        return true;
    }

    private String name(String text, long lines) {
        String which = folded.isEmpty() ? "" : " #" + (folded.size() + 1);
        String name = "[" + lines + " lines pasted" + which + ": Enter sends them, Ctrl-C does not]";
        folded.put(name, text);
        return name;
    }

    boolean isIn(String line) {
        return folded.keySet().stream().anyMatch(line::contains);
    }

    /** The line with what the words in it stand for. */
    String unfold(String line) {
        String unfolded = line;
        for (Map.Entry<String, String> each : folded.entrySet()) {
            unfolded = unfolded.replace(each.getKey(), each.getValue());
        }
        folded.clear();
        return unfolded;
    }
}
