package dev.natter.server.net;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** An address on which the server was to listen cannot be had. The message is a sentence for the operator. */
public final class CannotListenException extends Exception {

    private static final long serialVersionUID = 1L;

    CannotListenException(String where, Throwable cause) {
        super("cannot listen on " + where + ": " + reason(cause), cause);
    }

    CannotListenException(String message) {
        super(message);
    }

    /** The system's own words, without the name of the system call that Netty puts in front of them. */
    private static String reason(Throwable cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = String.valueOf(cause.getMessage());
        return message.replaceFirst("^.*failed[^:]*: ", "").toLowerCase(Locale.ROOT);
    }
}
