package dev.natter.testkit;

import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/**
 * The escapes of transcripts, there and back.
 *
 * <pre>
 * \\  \*          a backslash, a star
 * \n  \r  \t  \0  LF, CR, TAB, NUL
 * \xHH            a byte
 * &#92;u{HEX}         a code point, in UTF-8
 * \{TEXT*N}       TEXT, which may hold escapes, N times
 * </pre>
 */
public final class Escapes {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Escapes() {}

    /**
     * The bytes that an escaped text stands for; what is not escaped, stars included, stands for itself in UTF-8.
     *
     * @throws IllegalArgumentException for an escape that does not exist, is unfinished, or makes more than 16 MiB
     */
    public static byte[] bytes(String escaped) {
        return new EscapeParser(escaped).bytes();
    }

    /**
     * The same as {@link #bytes} where the result has to be text.
     *
     * @throws IllegalArgumentException also for bytes that are not valid UTF-8
     */
    public static String text(String escaped) {
        return textOf(bytes(escaped));
    }

    /**
     * A text as a transcript would write it: what is invisible, or would be taken for something else, is escaped. So a
     * failure shows what was really heard, and a line can be copied from it into a transcript.
     */
    public static String show(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(codePoint -> show(codePoint, shown));
        int last = shown.length() - 1;
        if (last >= 0 && shown.charAt(last) == ' ') {
            shown.replace(last, last + 1, "\\x20");
        }
        return shown.toString();
    }

    /** Bytes as a transcript would write them: as text if they are UTF-8, else byte by byte. */
    public static String show(byte[] bytes) {
        try {
            return show(Utf8.decode(bytes));
        } catch (CharacterCodingException e) {
            StringBuilder shown = new StringBuilder();
            for (byte b : bytes) {
                boolean visible = b >= ' ' && b != 0x7F;
                if (!visible && b != '\n' && b != '\r' && b != '\t' && b != 0) {
                    shown.append("\\x").append(HEX.toHexDigits(b));
                } else {
                    show(b, shown);
                }
            }
            return shown.toString();
        }
    }

    static String textOf(byte[] bytes) {
        try {
            return Utf8.decode(bytes);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not valid UTF-8: " + show(bytes), e);
        }
    }

    private static void show(int codePoint, StringBuilder shown) {
        switch (codePoint) {
            case '\\' -> shown.append("\\\\");
            case '*' -> shown.append("\\*");
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            case 0 -> shown.append("\\0");
            default -> {
                if (isVisible(codePoint)) {
                    shown.appendCodePoint(codePoint);
                } else {
                    shown.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
                }
            }
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
