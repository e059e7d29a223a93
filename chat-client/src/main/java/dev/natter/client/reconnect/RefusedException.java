package dev.natter.client.reconnect;

import dev.natter.protocol.message.Reply;

/** The server does not let us have the nick or the room that was wanted. The message begins with the code of the error. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reply.Refused refused;

    RefusedException(Reply.Refused refused) {
        super(refused.code().code() + ": " + refused.message());
        this.refused = refused;
    }

    /** What the server has said. */
    public Reply.Refused refused() {
        return refused;
    }
}
