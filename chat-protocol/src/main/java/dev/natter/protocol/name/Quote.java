package dev.natter.protocol.name;

/** What somebody typed, as an error shows it to them: in quotation marks, and cut where nobody would read on. */
public final class Quote {

    /** In code points; no name that is allowed is longer. */
    private static final int MAX_LENGTH = 60;

    private Quote() {}

    public static String of(Object typed) {
        String text = typed.toString();
        if (text.codePointCount(0, text.length()) <= MAX_LENGTH) {
            return "\"" + text + "\"";
        }
        return "\"" + text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…\"";
    }
}
