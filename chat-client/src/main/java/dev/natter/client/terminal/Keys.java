package dev.natter.client.terminal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;

/** What JLine's Emacs keys are changed to: nothing is sent but by Enter, and no key leaves letters in the line. */
final class Keys {

    private static final String CSI = "\u001b[";

    /** Keys with Shift, Alt, Ctrl: xterm's numbers for them, and the letters of keys. */
    private static final String MODIFIERS = "2345678";

    private static final Map<Character, String> LETTERS = Map.of(
            'A', LineReader.UP_HISTORY,
            'B', LineReader.DOWN_HISTORY,
            'C', LineReader.FORWARD_WORD,
            'D', LineReader.BACKWARD_WORD,
            'H', LineReader.BEGINNING_OF_LINE,
            'F', LineReader.END_OF_LINE);

    /** Page up and down, insert, and the function keys; what xterm and the console send for them. */
    private static final List<String> IDLE = List.of(
            "[5~", "[6~", "[2~", "OP", "OQ", "OR", "OS", "[11~", "[12~", "[13~", "[14~", "[15~", "[17~", "[18~", "[19~",
            "[20~", "[21~", "[23~", "[24~", "[[A", "[[B", "[[C", "[[D", "[[E");

    private static final String NOTHING = "nothing";

    private Keys() {}

    static void change(LineReader reader) {
        Map<String, Widget> widgets = reader.getWidgets();
        Widget nothing = () -> true;
        widgets.put(NOTHING, nothing);
        // It would send the line and keep it, under the key that is for the next window elsewhere.
        widgets.put(LineReader.ACCEPT_AND_HOLD, nothing);
        // They would start an editor that is not here, with the line in a file.
        widgets.put(LineReader.EDIT_AND_EXECUTE_COMMAND, nothing);
        // Is bound, and not there.
        widgets.put(LineReader.CHARACTER_SEARCH, nothing);
        widgets.put(LineReader.CHARACTER_SEARCH_BACKWARD, nothing);
        KeyMap<Binding> keys = emacs(reader);
        LETTERS.forEach((letter, widget) ->
                MODIFIERS.chars().forEach(modifier -> bind(keys, widget, CSI + "1;" + (char) modifier + letter)));
        IDLE.forEach(key -> bind(keys, NOTHING, "\u001b" + key));
        for (int key : new int[] {2, 3, 5, 6, 15, 17, 18, 19, 20, 21, 23, 24}) {
            MODIFIERS.chars().forEach(modifier -> bind(keys, NOTHING, CSI + key + ";" + (char) modifier + "~"));
        }
    }

    /** Of this reader: those in force are set when it begins to read. */
    static KeyMap<Binding> emacs(LineReader reader) {
        return Objects.requireNonNull(reader.getKeyMaps().get(LineReader.EMACS));
    }

    private static void bind(KeyMap<Binding> keys, String widget, String key) {
        keys.bind(new Reference(widget), key);
    }
}
