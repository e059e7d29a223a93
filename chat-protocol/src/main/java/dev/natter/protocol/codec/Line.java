package dev.natter.protocol.codec;

/** What the {@link LineDecoder} finds between two line ends. */
public sealed interface Line {

    /** A line without its end and without Telnet sequences. */
    record Text(String text) implements Line {}

    /**
     * A line of more bytes than allowed; said once, as soon as it is known, and the rest is skipped.
     *
     * @param start how it begins, a character a byte
     */
    record TooLong(String start) implements Line {

        public TooLong() {
            this("");
        }
    }

    /**
     * A line that is not UTF-8.
     *
     * @param latin1 what it says, a character a byte
     */
    record BadEncoding(String latin1) implements Line {

        public BadEncoding() {
            this("");
        }
    }
}
