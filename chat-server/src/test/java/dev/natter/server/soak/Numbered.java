package dev.natter.server.soak;

/** What one speaker says, as one listener hears it: each word once, in order, and as it was said. */
final class Numbered {

    /** In a failure the number says enough. */
    private static final int SHOWN = 40;

    private final String speaker;
    private int heard;

    Numbered(String speaker) {
        this.speaker = speaker;
    }

    /** What everybody says as the number so: words of all lengths, and with characters of one to four bytes. */
    static String word(int number) {
        return number + " " + "aä€𝄞".repeat(number * 31 % 100);
    }

    void hears(String text) {
        if (!text.equals(word(heard))) {
            String start = text.substring(0, Math.min(SHOWN, text.length()));
            throw new AssertionError(speaker + "'s word " + heard + " was due, but there came: " + start);
        }
        heard++;
    }

    /** How many, so far. */
    int heard() {
        return heard;
    }

    void hasHeard(int all) {
        if (heard != all) {
            throw new AssertionError(speaker + " said " + all + " words, but only " + heard + " of them came");
        }
    }
}
