package dev.natter.protocol.name;

/** A word that cannot be a name. The message is a sentence for the person who typed it. */
public final class BadNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadNameException(String message) {
        // What clients do wrong is no fault of ours: a stack trace would only cost time.
        super(message, null, false, false);
    }
}
