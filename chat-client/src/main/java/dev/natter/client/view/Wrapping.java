package dev.natter.client.view;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/**
 * Breaks lines between words. Each row but the first is indented: where a terminal breaks a line by itself, somebody's
 * words could begin a row and pass for another line.
 */
public final class Wrapping {

    /** Columns of an ideograph. */
    private static final int WIDE = 2;

    private Wrapping() {}

    /**
     * The rows that a line takes.
     *
     * @param width of a row, in columns, at least 1
     * @param indent of the rows but the first, in columns; less where rows are short
     */
    public static List<AttributedString> rows(AttributedString line, int width, int indent) {
        int inner = Math.min(indent, width / 4);
        List<AttributedString> rows = new ArrayList<>();
        int start = 0;
        while (true) {
            int left = rows.isEmpty() ? 0 : inner;
            int end = end(line, start, width - left);
            rows.add(row(line, start, end, left));
            if (end >= line.length()) {
                return rows;
            }
            // The blank at which a line is broken is not shown: the end of the row stands for it.
            start = line.charAt(end) == ' ' ? end + 1 : end;
        }
    }

    private static AttributedString row(AttributedString line, int start, int end, int indent) {
        return new AttributedStringBuilder()
                .append(" ".repeat(indent))
                .append(line, start, end)
                .toAttributedString();
    }

    /**
     * Behind the last character of a row: between two words if there are two, but never between what is shown as one. Scripts
     * whose characters are wide have no blanks, and are broken anywhere.
     */
    private static int end(AttributedString line, int start, int columns) {
        int taken = 0;
        int gap = -1;
        int at = start;
        while (at < line.length()) {
            int next = at + WCWidth.charCountForGraphemeCluster(line, at);
            int width = widest(line, at, next);
            if (width > columns) {
                // A chain of joiners that no terminal shows as one, made to be broken where somebody wants it.
                next = at + Character.charCount(Character.codePointAt(line, at));
                width = Math.max(0, WCWidth.wcwidth(Character.codePointAt(line, at)));
            }
            if (line.charAt(at) == ' ' || width == WIDE) {
                gap = at;
            }
            if (taken + width > columns && at > start) {
                return gap <= start ? at : gap;
            }
            if (width == WIDE) {
                gap = next;
            }
            taken += width;
            at = next;
        }
        return at;
    }

    /** Terminals differ in what they show as one character. Too wide a guess costs a few columns, too narrow a guess a row. */
    private static int widest(CharSequence line, int start, int end) {
        int single = 0;
        for (int at = start; at < end; at += Character.charCount(Character.codePointAt(line, at))) {
            single += Math.max(0, WCWidth.wcwidth(Character.codePointAt(line, at)));
        }
        return Math.max(single, WCWidth.wcwidthForGraphemeCluster(line, start));
    }
}
