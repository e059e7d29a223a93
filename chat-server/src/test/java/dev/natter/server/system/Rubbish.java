package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Bytes that nobody in his senses sends: noise alone, and noise that knows a little of the protocol. */
public final class Rubbish {

    private static final int MOST_PIECES = 60;
    private static final int MOST_NOISE = 60;

    private static final List<byte[]> PIECES = List.of(
            utf8("\n"),
            utf8("\r"),
            utf8("\r\n"),
            utf8("\r\0"),
            utf8("\0"),
            utf8("\uFEFF"),
            utf8("FORMAT JSON\n"),
            utf8("format text\n"),
            utf8("ECHO ON\n"),
            utf8("NICK "),
            utf8("nick \u202Eecila\n"),
            utf8("MSG "),
            utf8("MSG \u001B[2J\u0007\n"),
            utf8("TELL #lobby "),
            utf8("TELL guest1 "),
            utf8("JOIN #"),
            utf8("LEAVE\n"),
            utf8("WHO\n"),
            utf8("WHOIS guest1\n"),
            utf8("ROOMS\n"),
            utf8("OPER "),
            utf8("KILL alice "),
            utf8("SHUTDOWN\n"),
            utf8("STATS\n"),
            utf8("HELP\n"),
            utf8("PING \uD83D\uDE00"),
            utf8("QUIT "),
            utf8("x".repeat(9_000)),
            utf8("ä".repeat(2_001)),
            bytes("\u00FF\u00FB\u0006"), // IAC WILL TM
            bytes("\u00FF\u00FD\u0006"), // IAC DO TM
            bytes("\u00FF\u00FA\u0018"), // IAC SB, whose end does not come
            bytes("\u00FF\u00F0"), // IAC SE
            bytes("\u00FF"),
            bytes("\u00FF\u00FF"),
            bytes("\u00ED\u00A0\u0080"), // a surrogate on its own
            bytes("\u00F4\u0090\u0080\u0080"), // beyond Unicode
            bytes("\u00C0\u00AF"), // a slash in two bytes
            bytes("\u0016\u0003\u0001\u0002\u0000\u0001"), // how TLS begins
            bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));

    private Rubbish() {}

    /** As much of it as a random number says, ending anywhere. */
    public static byte[] from(Random random) {
        ByteArrayOutputStream rubbish = new ByteArrayOutputStream();
        boolean pureNoise = random.nextInt(4) == 0;
        for (int i = random.nextInt(MOST_PIECES); i >= 0; i--) {
            byte[] noise = new byte[random.nextInt(MOST_NOISE)];
            random.nextBytes(noise);
            byte[] piece = pureNoise || random.nextInt(3) == 0 ? noise : PIECES.get(random.nextInt(PIECES.size()));
            rubbish.writeBytes(piece);
        }
        return rubbish.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** A character a byte. */
    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
