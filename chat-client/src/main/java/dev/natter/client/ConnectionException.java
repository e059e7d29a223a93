package dev.natter.client;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.format.SafeText;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There is no connection, or no longer one. The message says why, in words that can follow a colon, such as
 * {@code connection refused} or {@code killed by bob: spam}; it is safe to show on a terminal.
 */
public final class ConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    private final @Nullable ErrorCode code;
    private final boolean mayHaveBeenCarriedOut;

    private ConnectionException(
            @Nullable ErrorCode code, String message, @Nullable Throwable cause, boolean mayHaveBeenCarriedOut) {
        super(SafeText.of(message), cause);
        this.code = code;
        this.mayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
    }

    /** For a reason in words that can follow a colon. */
    public static ConnectionException because(String message) {
        return new ConnectionException(null, message, null, true);
    }

    public static ConnectionException because(String message, Throwable cause) {
        return new ConnectionException(null, message, cause, true);
    }

    /** The server will not have us, and says so. */
    public static ConnectionException refused(ErrorCode code, String message) {
        return new ConnectionException(code, code.code() + ": " + message, null, true);
    }

    /** The network failed. What Java says of that begins with a capital, where it says anything. */
    static ConnectionException of(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isEmpty()) {
            message = failure.getClass().getSimpleName();
        }
        return because(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1), failure);
    }

    /** The same reason, for a command that was surely not carried out. */
    public ConnectionException ofWhatWasNotCarriedOut() {
        return new ConnectionException(code, String.valueOf(getMessage()), this, false);
    }

    /** The code of the server's refusal, such as {@link ErrorCode#TOO_MANY_CONNECTIONS}; empty for other reasons. */
    public Optional<ErrorCode> code() {
        return Optional.ofNullable(code);
    }

    /**
     * False for a command that was surely not carried out, and can be sent again: it came too late to be sent, or the server
     * said before the end that there would be no more answers. Of others it is unknown.
     */
    public boolean mayHaveBeenCarriedOut() {
        return mayHaveBeenCarriedOut;
    }
}
