package dev.natter.protocol.command;

import org.jspecify.annotations.Nullable;

/** A cursor over a line: takes words off its front. Blanks are space and TAB, nothing else. */
final class Words {

    private final String line;
    private int at;

    Words(String line) {
        this.line = line;
        skipBlanks();
    }

    /** The next word, with all blanks behind it taken too; null if there is none. */
    @Nullable
    String next() {
        int start = at;
        while (at < line.length() && !isBlank(line.charAt(at))) {
            at++;
        }
        if (at == start) {
            return null;
        }
        String word = line.substring(start, at);
        skipBlanks();
        return word;
    }

    /** All that is left, kept to the byte. */
    String rest() {
        String rest = line.substring(at);
        at = line.length();
        return rest;
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
