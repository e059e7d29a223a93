package dev.natter.protocol.command;

/** Letters as the protocol's own words know them: in Unicode's rules a long s would make {@code MſG} a verb. */
final class Ascii {

    private Ascii() {}

    static String upperCase(String word) {
        StringBuilder upper = null;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'a' && c <= 'z') {
                upper = upper == null ? new StringBuilder(word) : upper;
                upper.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return upper == null ? word : upper.toString();
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
