package dev.natter.client.chat;

import java.io.IOException;

/** Where a person types. One thread. */
@FunctionalInterface
public interface Keyboard {

    /** What came from it. */
    sealed interface Entry {

        /** A line, or the lines of a paste. */
        record Text(String text) implements Entry {}

        /** A line that cannot be read; {@code why} is a sentence. */
        record Unreadable(String why) implements Entry {}

        /** Ctrl-C; {@code threwAway} if there was something typed, which is gone. */
        record Interrupt(boolean threwAway) implements Entry {}

        /** Ctrl-D, or a terminal that is gone. */
        record End() implements Entry {}
    }

    /** Waits for the next. */
    Entry next() throws IOException;
}
