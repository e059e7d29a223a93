package dev.natter.protocol.cases;

import java.util.Random;

/** Texts that nobody would think of, the same ones in every run. */
public final class RandomText {

    /** What breaks things more often than other characters do. */
    private static final String NASTY = "\0\t\n\r"
            + " \u001B\"\\/#[]:@\u007F\u0085\u009B\u00A0\u00AD\u00DF\u0130\u0131\u017F"
            + "\u0301\u034F\u0430\u05D0\u0661\u1160\u200B\u200D\u200E\u2028\u2029\u202E\u2066\u2069\u212A\u3042\u3164"
            + "\u4E00\uAC00\uE000\uFB01\uFE0F\uFEFF\uFF21\uFFFD\uFFFF";

    private final Random random;

    public RandomText(long seed) {
        random = new Random(seed);
    }

    /** Any code points, surrogates without their other half too. */
    public String ofCodePoints(int maxLength) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(maxLength + 1);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(codePoint());
        }
        return text.toString();
    }

    /** What can come out of UTF-8. */
    public String ofCharacters(int maxLength) {
        return ofCodePoints(maxLength)
                .codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int codePoint() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> ' ' + random.nextInt(95);
            case 2, 3 -> NASTY.charAt(random.nextInt(NASTY.length()));
            case 4 -> random.nextInt(0x300);
            case 5 -> random.nextInt(0x3400);
            case 6 -> random.nextInt(0x10000);
            default -> random.nextInt(0x110000);
        };
    }
}
