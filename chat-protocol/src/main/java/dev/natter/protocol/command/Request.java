package dev.natter.protocol.command;

import org.jspecify.annotations.Nullable;

/** What a line turned out to be. */
public sealed interface Request permits Command, Request.Blank, Request.Malformed {

    /** A line of blanks: it asks for nothing and is not answered, but it is a sign of life. */
    record Blank() implements Request {}

    /**
     * A line that cannot be carried out.
     *
     * @param command the verb in capitals, or null where none could be read
     * @param message a sentence for the person who typed it
     */
    record Malformed(@Nullable String command, ErrorCode code, String message) implements Request {}
}
