package dev.natter.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a server sends into lines, and keeps its Telnet answers apart from them, wherever they fall: 0xFF occurs in
 * no UTF-8. A CR is not dropped, as the server has no business to send one. Belongs to one thread at a time.
 */
final class Incoming {
    private static final int IAC = 0xFF;
    /** {@code WILL}, {@code WONT}, {@code DO} and {@code DONT} have an option behind them. */
    private static final int WILL = 0xFB;

    private static final int DONT = 0xFE;

    private final Deque<byte[]> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private final ByteArrayOutputStream telnet = new ByteArrayOutputStream();
    /** How many bytes of a Telnet sequence are still to come; -1 just behind IAC, when that is not known yet. */
    private int telnetToCome;

    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            feed(bytes.get() & 0xFF);
        }
    }

    private void feed(int b) {
        if (telnetToCome != 0) {
            telnet.write(b);
            telnetToCome = telnetToCome < 0 && b >= WILL && b <= DONT ? 1 : 0;
        } else if (b == IAC) {
            telnet.write(b);
            telnetToCome = -1;
        } else if (b == '\n') {
            lines.add(unfinished.toByteArray());
            unfinished.reset();
        } else {
            unfinished.write(b);
        }
    }

    boolean hasLine() {
        return !lines.isEmpty();
    }

    /**
     * The next line without its LF, or null where there is none yet.
     *
     * @throws AssertionError if the line is not valid UTF-8, which the server must never send
     */
    @Nullable
    String pollLine() {
        byte[] line = lines.poll();
        if (line == null) {
            return null;
        }
        try {
            return Utf8.decode(line);
        } catch (CharacterCodingException e) {
            throw new AssertionError("the server sent a line that is not valid UTF-8: " + Escapes.show(line), e);
        }
    }

    /** What came behind the last LF. */
    byte[] unfinishedLine() {
        return unfinished.toByteArray();
    }

    /** The Telnet sequences that nobody has taken yet. */
    byte[] telnet() {
        return telnet.toByteArray();
    }

    void forgetTelnet(int count) {
        byte[] all = telnet.toByteArray();
        telnet.reset();
        telnet.write(all, count, all.length - count);
    }
}
