package dev.natter.server.setup;

/** Why a command cannot do what it was asked for. The message is one sentence. */
final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message);
    }
}
