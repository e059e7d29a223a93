package dev.natter.client.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.format.JsonReader;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ServerLine;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a server says that is no delivery: in either format, since its first words may come before our choice. */
final class Remark {

    private static final byte[][] BAD_NEWS = {
        ascii("[server] error: "),
        ascii("[server] closing: "),
        ascii("[server] you were killed"),
        ascii("{\"type\":\"error\""),
        ascii("{\"type\":\"closing\""),
        ascii("{\"type\":\"killed\"")
    };

    /** Where the beginnings of bad news, in both formats, first differ from those of other lines. */
    private static final int VERDICT = 9;

    private Remark() {}

    /** What is wrong, as a sentence; null if nothing is. Strings are made of bad news only. */
    static @Nullable String badNews(byte[] bytes, int from, int to) {
        if (from == to || (bytes[from] != '[' && bytes[from] != '{')) {
            return "whoever answers there does not speak Natter's protocol";
        }
        for (byte[] start : BAD_NEWS) {
            if (to - from >= start.length
                    && bytes[from + VERDICT] == start[VERDICT]
                    && Arrays.equals(bytes, from, from + start.length, start, 0, start.length)) {
                return explained(new String(bytes, from, to - from, UTF_8));
            }
        }
        return null;
    }

    static boolean contains(byte[] bytes, int from, int to, byte[] word) {
        for (int i = from; i <= to - word.length; i++) {
            if (bytes[i] == word[0] && Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    private static String explained(String line) {
        String said = line.startsWith("{") ? said(line) : line.replaceFirst("^\\[server] (error: )?", "");
        if (said.startsWith("too many connections")) {
            return said + " (the server's options --max-per-ip and --max-connections allow more)";
        } else if (said.equals("closing: too slow")) {
            return said
                    + " (the generator reads more slowly than the server sends; the server's --sendq allows for more)";
        }
        return said;
    }

    private static String said(String json) {
        try {
            ServerLine line = JsonReader.read(json).orElse(null);
            if (line instanceof Reply.Refused refused) {
                return refused.message();
            } else if (line instanceof Event.Closing closing) {
                return "closing: " + closing.reason();
            }
        } catch (IllegalArgumentException e) {
            // Shown as it is.
        }
        return json;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
