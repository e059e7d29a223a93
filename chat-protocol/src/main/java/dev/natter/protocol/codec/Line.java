package dev.natter.protocol.codec;

/** What the {@link LineDecoder} finds between two line ends. */
public sealed interface Line {

    /** A line without its end and without Telnet sequences. */
    record Text(String text) implements Line {}

    /** A line of more bytes than allowed; said once, as soon as it is known, and the rest is skipped. */
    record TooLong() implements Line {}

    /** A line that is not UTF-8. */
    record BadEncoding() implements Line {}
}
