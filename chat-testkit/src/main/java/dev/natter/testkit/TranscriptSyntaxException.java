package dev.natter.testkit;

/** A line of a transcript that cannot be understood, with its file and number. */
final class TranscriptSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TranscriptSyntaxException(String source, int line, String message, Throwable cause) {
        super(source + ":" + line + ": " + message, cause);
    }
}
