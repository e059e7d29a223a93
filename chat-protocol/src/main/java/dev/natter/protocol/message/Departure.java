package dev.natter.protocol.message;

import dev.natter.protocol.name.Nick;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody left.
 *
 * @param cause what happened
 * @param by who did it, for {@link Cause#KILLED} only
 * @param reason what a person said about it; never words of the server's, which nobody could tell from a person's
 */
public record Departure(
        Cause cause, @Nullable Nick by, @Nullable String reason) {

    /** The ways to leave. */
    public enum Cause {
        /** QUIT, or the end of what the connection sent. */
        QUIT,
        /** LEAVE: still connected, but no longer in the room. */
        LEFT,
        /** An operator's KILL. */
        KILLED,
        /** More unread output than a connection may pile up. */
        SLOW,
        /** Reset, timeout, or a fault: nobody meant it. */
        LOST;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The cause as JSON has it. */
        public String word() {
            return word;
        }

        /**
         * The cause that JSON writes so.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Cause of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static final Departure LEFT = new Departure(Cause.LEFT, null, null);
    public static final Departure SLOW = new Departure(Cause.SLOW, null, null);
    public static final Departure LOST = new Departure(Cause.LOST, null, null);

    public static Departure quit(@Nullable String reason) {
        return new Departure(Cause.QUIT, null, reason);
    }

    public static Departure killed(Nick by, @Nullable String reason) {
        return new Departure(Cause.KILLED, by, reason);
    }
}
