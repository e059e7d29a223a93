package dev.natter.protocol.format;

/**
 * Makes a text harmless to a terminal: what would move the cursor, change the title or turn the writing direction is
 * replaced by something that can be seen.
 */
public final class SafeText {

    private SafeText() {}

    /** The same text, with control characters replaced as the protocol's text format has it; TAB stays. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                return replaced(text, i);
            }
        }
        return text;
    }

    /** Whether a format must not send the character as it is. TAB is not among them. All of them are in the BMP. */
    static boolean isUnsafe(char c) {
        if (c < 0x7F) {
            return c < ' ' && c != '\t';
        }
        return c <= 0x9F
                || (c >= '\u2028' && c <= '\u202E') // line and paragraph separator, embeddings and overrides
                || (c >= '\u2066' && c <= '\u2069'); // isolates
    }

    private static String replaced(String text, int firstUnsafe) {
        StringBuilder safe = new StringBuilder(text);
        for (int i = firstUnsafe; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                safe.setCharAt(i, standIn(text.charAt(i)));
            }
        }
        return safe.toString();
    }

    private static char standIn(char c) {
        if (c < ' ') {
            return (char) ('\u2400' + c);
        }
        return c == 0x7F ? '\u2421' : '\uFFFD';
    }
}
