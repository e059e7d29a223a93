package dev.natter.testkit;

import java.util.List;

/**
 * What a line has to be: exact, but for stars where the protocol leaves freedom. A star stands for any run of
 * characters, the empty one too; {@code \*} is a star, and the other {@link Escapes} work as well.
 */
public final class Expectation {
    private final String shown;
    private final List<String> pieces;

    private Expectation(String shown, List<String> pieces) {
        this.shown = shown;
        this.pieces = pieces;
    }

    /**
     * What this pattern describes.
     *
     * @throws IllegalArgumentException for a wrong escape, or bytes that no line of UTF-8 can hold
     */
    public static Expectation of(String pattern) {
        List<String> pieces = new EscapeParser(pattern)
                .piecesBetweenStars().stream().map(Escapes::textOf).toList();
        return new Expectation(pattern, pieces);
    }

    /** This text to the letter, stars and backslashes included; for texts that a test has made up by chance. */
    public static Expectation exactly(String text) {
        return new Expectation(Escapes.show(text), List.of(text));
    }

    public boolean matches(String line) {
        String first = pieces.get(0);
        if (pieces.size() == 1) {
            return line.equals(first);
        }
        String last = pieces.get(pieces.size() - 1);
        int from = first.length();
        int to = line.length() - last.length();
        if (from > to || !line.startsWith(first) || !line.endsWith(last)) {
            return false;
        }
        // Taking each piece where it first occurs leaves the most room for those behind it.
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = line.indexOf(piece, from);
            if (found < 0 || found + piece.length() > to) {
                return false;
            }
            from = found + piece.length();
        }
        return true;
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return shown;
    }
}
