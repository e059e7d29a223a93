package dev.natter.client.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table that a person asks for. */
final class Help {

    /** With it a row of nearly every help fits into eighty columns. */
    private static final int SYNTAX_COLUMNS = 22;

    private Help() {}

    /** @param about one command; null for all */
    static List<String> lines(CommandTable.@Nullable Row about) {
        List<CommandTable.Row> rows = about == null ? CommandTable.rows() : List.of(about);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(padded(row.syntax()) + "  " + row.help()));
        if (about == null) {
            lines.add("What does not begin with a slash is said to the room; //text says /text. Tab completes.");
        }
        return lines;
    }

    private static String padded(String syntax) {
        return syntax + " ".repeat(Math.max(0, SYNTAX_COLUMNS - syntax.length()));
    }
}
