package dev.natter.server.setup;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A word of a command line, to be copied into a shell. */
final class ShellWord {

    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\p{L}\\p{N}_./:@%+,-]+");

    private ShellWord() {}

    static String of(Path path) {
        String word = path.toString();
        return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
