package dev.natter.protocol.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts typed bytes together to lines: line ends, the bound, the byte-order mark, the encoding. */
final class LineAssembler {

    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final byte NUL = 0;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] NOTHING = {};
    private static final int USUAL_LINE = 128;

    /** How much is told of a line that is too long, in bytes. */
    private static final int START = 256;

    private final int maxLength;

    /** The line so far. Given back at each line's end: most connections are idle most of the time. */
    private byte[] line = NOTHING;

    private int length;

    /** A CR came, of which it is not yet known whether it belongs to a line end. */
    private boolean carriageReturn;

    /** A CR NUL has just ended a line; an LF behind it belongs to that line end. */
    private boolean endedByNul;

    private boolean tooLong;
    private boolean invalid;
    private boolean markPossible = true;

    LineAssembler(int maxLength) {
        this.maxLength = maxLength;
    }

    /** Takes the next byte and returns what that completes, if anything. */
    @Nullable
    Line add(byte b) {
        boolean behindCarriageReturn = carriageReturn;
        boolean behindLineEnd = endedByNul;
        carriageReturn = b == CR;
        endedByNul = b == NUL && behindCarriageReturn;
        if (b == LF) {
            return behindLineEnd ? null : end();
        }
        if (endedByNul) {
            return end();
        }
        Line overflow = behindCarriageReturn ? append(CR) : null;
        return overflow != null || carriageReturn ? overflow : append(b);
    }

    /** The line that the end of input completes, if there is one. A CR at its end is dropped. */
    @Nullable
    Line finish() {
        carriageReturn = false;
        return length == 0 && !invalid ? null : end();
    }

    /** Makes the line that is under way one that cannot be read. */
    void invalidate() {
        invalid = true;
        endedByNul = false;
    }

    private @Nullable Line append(byte b) {
        if (tooLong) {
            return null;
        }
        if (length == maxLength) {
            Line start = new Line.TooLong(new String(line, 0, Math.min(length, START), ISO_8859_1));
            tooLong = true;
            line = NOTHING;
            return start;
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(maxLength, Math.max(USUAL_LINE, 2 * length)));
        }
        line[length++] = b;
        if (markPossible && length == BYTE_ORDER_MARK.length) {
            dropByteOrderMark();
        }
        return null;
    }

    private void dropByteOrderMark() {
        markPossible = false;
        if (Arrays.equals(line, 0, length, BYTE_ORDER_MARK, 0, length)) {
            length = 0;
        }
    }

    private @Nullable Line end() {
        Line result = tooLong ? null : invalid ? badEncoding() : decode();
        line = NOTHING;
        length = 0;
        tooLong = false;
        invalid = false;
        markPossible = false;
        return result;
    }

    private Line decode() {
        String text = new String(line, 0, length, UTF_8);
        // The JDK decodes fast, but puts U+FFFD for what is invalid; only then is it worth a closer look.
        boolean suspect = text.indexOf('\uFFFD') >= 0;
        return suspect && !isUtf8() ? badEncoding() : new Line.Text(text);
    }

    private Line badEncoding() {
        return new Line.BadEncoding(new String(line, 0, length, ISO_8859_1));
    }

    private boolean isUtf8() {
        return !UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(line, 0, length), CharBuffer.allocate(length), true)
                .isError();
    }
}
