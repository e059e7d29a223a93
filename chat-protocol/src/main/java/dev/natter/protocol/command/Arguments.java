package dev.natter.protocol.command;

import org.jspecify.annotations.Nullable;

/** What stands behind a verb, taken in the shape that the verb wants; a shape that does not fit is an error. */
final class Arguments {

    private final Verb verb;
    private final Words words;

    Arguments(Verb verb, Words words) {
        this.verb = verb;
        this.words = words;
    }

    /** A word, with more to follow. */
    String first() {
        return required(words.next());
    }

    /** A word with nothing behind it. */
    String only() {
        String word = first();
        none();
        return word;
    }

    @Nullable
    String onlyOrNull() {
        String word = words.next();
        none();
        return word;
    }

    void none() {
        if (words.next() != null) {
            throw new CommandException(ErrorCode.BAD_ARGUMENT, "a word too many: " + verb.syntax());
        }
    }

    String text() {
        return required(textOrNull());
    }

    @Nullable
    String textOrNull() {
        String text = textOrEmpty();
        return text.isEmpty() ? null : text;
    }

    String textOrEmpty() {
        String text = words.rest();
        // Code points are only counted where there could be too many.
        if (text.length() > CommandParser.MAX_TEXT && text.codePointCount(0, text.length()) > CommandParser.MAX_TEXT) {
            throw new CommandException(
                    ErrorCode.TEXT_TOO_LONG, "a text has at most " + CommandParser.MAX_TEXT + " characters");
        }
        return text;
    }

    /** All that is left, in whatever length. */
    String rest() {
        return words.rest();
    }

    private String required(@Nullable String argument) {
        if (argument == null) {
            throw new CommandException(ErrorCode.MISSING_ARGUMENT, "an argument is missing: " + verb.syntax());
        }
        return argument;
    }
}
