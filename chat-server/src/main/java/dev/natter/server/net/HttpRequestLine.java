package dev.natter.server.net;

import dev.natter.protocol.codec.Line;
import dev.natter.protocol.command.Verb;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the first line of an HTTP request from a line of ours. See decision 10. */
final class HttpRequestLine {

    private static final String TARGET = "(?:/|\\*|[^ :]*+:)";
    private static final String VERSION = "HTTP/\\d(?:\\.\\d+)?[ \\t]*";

    /** Written so by nobody else, so the method does not matter, not even if it is a verb of ours. */
    private static final Pattern EXACT =
            Pattern.compile("[^ ]++ " + TARGET + "[^ ]*+ " + VERSION, Pattern.CASE_INSENSITIVE);

    /** Written as HTTP should not be, but it could not be anything else either: unless it begins with a verb of ours. */
    private static final Pattern SLOPPY =
            Pattern.compile("[ \\t]*+[^ \\t]++[ \\t].*" + VERSION, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** So begins one whose end nobody knows, or may have been cut out by a Telnet sequence. */
    private static final Pattern START =
            Pattern.compile("(?:CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PRI|PUT|TRACE) " + TARGET);

    private static final Pattern FIRST_WORD = Pattern.compile("[ \\t]*+([^ \\t]++)");

    private HttpRequestLine() {}

    static boolean is(Line line) {
        String text = text(line);
        return EXACT.matcher(text).matches()
                || START.matcher(text).lookingAt()
                || (SLOPPY.matcher(text).matches() && !isCommand(line));
    }

    /** Whether a line asks for a command of ours, rightly or not. */
    static boolean isCommand(Line line) {
        Matcher word = FIRST_WORD.matcher(text(line));
        return line instanceof Line.Text
                && word.lookingAt()
                && Verb.of(word.group(1)).isPresent();
    }

    private static String text(Line line) {
        if (line instanceof Line.Text whole) {
            return whole.text();
        }
        return line instanceof Line.BadEncoding bad ? bad.latin1() : ((Line.TooLong) line).start();
    }
}
