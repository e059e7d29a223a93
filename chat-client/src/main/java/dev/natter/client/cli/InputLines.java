package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.codec.Line;
import dev.natter.protocol.command.CommandParser;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Request;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts standard input into lines. One that cannot be read, or is longer than can be sent, is told of and does not harm
 * those behind it. Line ends are LF or CR LF; the last line needs none. A byte-order mark at the start is dropped.
 */
final class InputLines {

    /** Four bytes for each of the characters that a text may have fit in, with a command in front of them. */
    private static final int MAX_BYTES = 8192;

    private final InputStream in;
    private int number;

    /** A terminal can be read on behind its end. */
    private boolean ended;

    InputLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** Why a line that is no text cannot be sent. */
    static Request.Malformed unreadable(Line line) {
        return line instanceof Line.TooLong
                ? new Request.Malformed(
                        null, ErrorCode.TEXT_TOO_LONG, "a text has at most " + CommandParser.MAX_TEXT + " characters")
                : new Request.Malformed(null, ErrorCode.BAD_ENCODING, "the line is not valid UTF-8");
    }

    /** The number of the line that was read last; the first is 1. */
    int number() {
        return number;
    }

    /** The next line, or null at the end. Blocks. */
    @Nullable
    Line next() throws IOException {
        int b = ended ? -1 : in.read();
        if (b < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() <= MAX_BYTES) {
                line.write(b);
            }
        }
        ended = b < 0;
        return line.size() > MAX_BYTES ? new Line.TooLong() : decode(line.toByteArray());
    }

    private Line decode(byte[] bytes) {
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        try {
            String text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
            return new Line.Text(number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return new Line.BadEncoding();
        }
    }
}
