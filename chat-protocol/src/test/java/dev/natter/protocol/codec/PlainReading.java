package dev.natter.protocol.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a whole input at once, in the words of the protocol and without any of the decoder's cleverness. Each
 * char is a byte; a byte that may not follow IAC has {@link #INVALID} in front of it.
 */
final class PlainReading {

    private static final char INVALID = '\u2603';

    private static final String COMMAND = "[\u00F0-\u00F9]";
    private static final String OPTION = "[\u00FB-\u00FE][\0-\u00FF]";
    private static final String SUBNEGOTIATION = "\u00FA(?:[^\u00FF]|\u00FF[^\u00F0])*+(?:\u00FF\u00F0|\u00FF?\\z)";
    private static final String UNFINISHED = "[\u00FB-\u00FE]?\\z";
    private static final String ANY_OTHER = "([\0-\u00EF])";

    private static final Pattern TELNET = Pattern.compile(
            "\u00FF+(?:" + String.join("|", COMMAND, OPTION, SUBNEGOTIATION, UNFINISHED, ANY_OTHER) + ")");

    private static final Pattern LINE_END = Pattern.compile("\r?" + INVALID + "?\n|\r" + INVALID + "?\0\n?");

    private PlainReading() {}

    static List<String> of(byte[] input, int maxLength) {
        String typed = typed(new String(input, ISO_8859_1));
        String text = typed.replaceFirst(
                "^(" + INVALID + "?)\u00EF(" + INVALID + "?)\u00BB(" + INVALID + "?)\u00BF", "$1$2$3");
        List<String> lines = new ArrayList<>();
        Matcher end = LINE_END.matcher(text);
        int start = 0;
        while (end.find()) {
            // An invalid byte may be the line end itself.
            String invalid = end.group().indexOf(INVALID) < 0 ? "" : String.valueOf(INVALID);
            lines.add(line(text.substring(start, end.start()) + invalid, maxLength));
            start = end.end();
        }
        String last = text.substring(start).replaceFirst("\r\\z", "");
        if (!last.isEmpty()) {
            lines.add(line(last, maxLength));
        }
        return lines;
    }

    private static String typed(String input) {
        return TELNET.matcher(input).replaceAll(sequence -> {
            String other = sequence.group(1);
            return other == null ? "" : INVALID + Matcher.quoteReplacement(other);
        });
    }

    private static String line(String marked, int maxLength) {
        String bytes = marked.replace(String.valueOf(INVALID), "");
        if (bytes.length() > maxLength) {
            return "TooLong()";
        }
        if (bytes.length() < marked.length()) {
            return "BadEncoding()";
        }
        try {
            return "Text(\"" + UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1))) + "\")";
        } catch (CharacterCodingException e) {
            return "BadEncoding()";
        }
    }
}
