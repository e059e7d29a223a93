package dev.natter.protocol.command;

/** What a client asked for cannot be done. The message is a sentence for the person who asked. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public CommandException(ErrorCode code, String message) {
        // What clients do wrong is no fault of ours: a stack trace would only cost time.
        super(message, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
