package dev.natter.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program has written to its terminal, escape sequences and all. Any thread. */
final class RawOutput {
    /** For a shell to print with the exit code; a control string that terminals do not know, and pass over. */
    static final String ENDED_BY_SHELL = "\\033]7777;%d\\007";

    private static final Pattern ENDED = Pattern.compile("\u001B]7777;(\\d+)\u0007");

    /** A title and the like (OSC, DCS, SOS, PM, APC, and the title of screen): the BEL that may end it rings no bell. */
    private static final Pattern STRING =
            Pattern.compile("\u001B[]PX^_k].*?(\u0007|\u001B\\\\|\u001B(?=[^\\\\]))", Pattern.DOTALL);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * Adds what tmux says of it.
     *
     * @param escaped a byte a character, but a backslash and three octal digits for a control character or a backslash
     */
    synchronized void add(String escaped) {
        for (int at = 0; at < escaped.length(); at++) {
            char c = escaped.charAt(at);
            if (c == '\\') {
                bytes.write(Integer.parseInt(escaped.substring(at + 1, at + 4), 8));
                at += 3;
            } else {
                bytes.write(c);
            }
        }
    }

    /** Up to the end of the program. */
    String text() {
        String all = allText();
        Matcher ended = ENDED.matcher(all);
        return ended.find() ? all.substring(0, ended.start()) : all;
    }

    /** The exit code, if the program has ended. */
    Optional<Integer> exitCode() {
        Matcher ended = ENDED.matcher(allText());
        return ended.find() ? Optional.of(Integer.valueOf(ended.group(1))) : Optional.empty();
    }

    /** How often the terminal was to ring. */
    int bells() {
        String outsideOfStrings = STRING.matcher(text()).replaceAll("");
        return (int) outsideOfStrings.chars().filter(c -> c == 7).count();
    }

    private synchronized String allText() {
        return bytes.toString(UTF_8);
    }
}
