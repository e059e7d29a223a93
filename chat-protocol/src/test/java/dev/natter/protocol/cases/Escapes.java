package dev.natter.protocol.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Bytes written so that they can be seen: {@code \s} (a blank), {@code \t \r \n \0 \\}, {@code \xHH} (a byte),
 * <code>&#92;u{HEX}</code> (a code point), <code>&#92;{TEXT*N}</code> (a text N times, escapes in it or not).
 */
public final class Escapes {

    private final String escaped;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    private Escapes(String escaped) {
        this.escaped = escaped;
    }

    public static byte[] bytes(String escaped) {
        Escapes reader = new Escapes(escaped);
        while (reader.at < escaped.length()) {
            reader.next();
        }
        return reader.bytes.toByteArray();
    }

    public static String text(String escaped) {
        return new String(bytes(escaped), UTF_8);
    }

    private void next() {
        int plain = escaped.indexOf('\\', at);
        if (plain != at) {
            int end = plain < 0 ? escaped.length() : plain;
            put(escaped.substring(at, end));
            at = end;
            return;
        }
        char kind = escaped.charAt(at + 1);
        at += 2;
        switch (kind) {
            case 's' -> put(" ");
            case 't' -> put("\t");
            case 'r' -> put("\r");
            case 'n' -> put("\n");
            case '0' -> put("\0");
            case '\\' -> put("\\");
            case 'x' -> bytes.write(Integer.parseInt(upTo(at + 2), 16));
            case 'u' -> {
                at++;
                put(Character.toString(Integer.parseInt(upTo(escaped.indexOf('}', at)), 16)));
                at++;
            }
            case '{' -> {
                byte[] repeated = bytes(upTo(escaped.indexOf('*', at)));
                at++;
                int times = Integer.parseInt(upTo(escaped.indexOf('}', at)));
                at++;
                for (int i = 0; i < times; i++) {
                    bytes.writeBytes(repeated);
                }
            }
            default -> throw new IllegalArgumentException("no such escape: \\" + kind + " in " + escaped);
        }
    }

    private void put(String text) {
        bytes.writeBytes(text.getBytes(UTF_8));
    }

    private String upTo(int end) {
        String part = escaped.substring(at, end);
        at = end;
        return part;
    }
}
