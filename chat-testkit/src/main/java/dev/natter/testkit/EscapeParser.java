package dev.natter.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A cursor over one escaped text. It yields bytes and not characters, because what a transcript sends need not be
 * UTF-8. Every mistake is an {@link IllegalArgumentException}, which the transcript's reader puts a file and a line to.
 */
final class EscapeParser {
    /**
     * Far more than any rule of the protocol needs, and little enough that a slip of the pen does not fill the memory.
     */
    private static final int MOST_BYTES = 16 << 20;

    private final String source;
    private int at;

    EscapeParser(String source) {
        this.source = source;
    }

    /** The bytes of the whole text, in which a star is a star. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (at < source.length()) {
            character(bytes);
        }
        return bytes.toByteArray();
    }

    /** What stands between the stars that are not escaped: always one piece more than there are such stars. */
    List<byte[]> piecesBetweenStars() {
        List<byte[]> pieces = new ArrayList<>();
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        while (at < source.length()) {
            if (source.charAt(at) == '*') {
                at++;
                pieces.add(piece.toByteArray());
                piece.reset();
            } else {
                character(piece);
            }
        }
        pieces.add(piece.toByteArray());
        return pieces;
    }

    private void character(ByteArrayOutputStream bytes) {
        int codePoint = source.codePointAt(at);
        at += Character.charCount(codePoint);
        if (codePoint == '\\') {
            escape(bytes);
        } else {
            utf8(codePoint, bytes);
        }
        if (bytes.size() > MOST_BYTES) {
            throw new IllegalArgumentException("more than " + MOST_BYTES + " bytes");
        }
    }

    private void escape(ByteArrayOutputStream bytes) {
        if (at == source.length()) {
            throw new IllegalArgumentException("a lone \\ at the end; a backslash is written \\\\");
        }
        int kind = source.codePointAt(at);
        at += Character.charCount(kind);
        switch (kind) {
            case '\\', '*' -> bytes.write(kind);
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case '0' -> bytes.write(0);
            case 'x' -> bytes.write(hexByte());
            case 'u' -> utf8(codePoint(), bytes);
            case '{' -> repetition(bytes);
            default ->
                throw new IllegalArgumentException(
                        "unknown escape \\" + Character.toString(kind) + "; a backslash is written \\\\");
        }
    }

    private int hexByte() {
        int end = at + 2;
        if (end > source.length()) {
            throw new IllegalArgumentException("\\x needs two hexadecimal digits");
        }
        int value = number(source.substring(at, end), 16, "\\x needs two hexadecimal digits");
        at = end;
        return value;
    }

    private int codePoint() {
        int end = source.indexOf('}', at);
        if (end < 0 || source.charAt(at) != '{') {
            throw new IllegalArgumentException("\\u needs a code point: \\u{1F600}");
        }
        int value = number(source.substring(at + 1, end), 16, "\\u needs a code point: \\u{1F600}");
        at = end + 1;
        return value;
    }

    private void repetition(ByteArrayOutputStream bytes) {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        while (at < source.length() && source.charAt(at) != '*') {
            character(once);
        }
        int end = source.indexOf('}', at);
        if (end < 0) {
            throw new IllegalArgumentException("a repetition is written \\{TEXT*N}");
        }
        int times = number(source.substring(at + 1, end), 10, "a repetition is written \\{TEXT*N}, N a number");
        if ((long) times * once.size() > MOST_BYTES) {
            throw new IllegalArgumentException("a repetition of more than " + MOST_BYTES + " bytes");
        }
        at = end + 1;
        byte[] text = once.toByteArray();
        for (int i = 0; i < times; i++) {
            bytes.writeBytes(text);
        }
    }

    private static int number(String digits, int radix, String otherwise) {
        // Integer.parseInt would take a sign as well.
        if (digits.isEmpty() || digits.chars().anyMatch(c -> Character.digit(c, radix) < 0)) {
            throw new IllegalArgumentException(otherwise);
        }
        try {
            return Integer.parseInt(digits, radix);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(otherwise, e);
        }
    }

    private static void utf8(int codePoint, ByteArrayOutputStream bytes) {
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (!Character.isValidCodePoint(codePoint) || surrogate) {
            throw new IllegalArgumentException(
                    "U+" + Integer.toHexString(codePoint) + " has no UTF-8; bytes that are none are written \\xHH");
        }
        bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    }
}
