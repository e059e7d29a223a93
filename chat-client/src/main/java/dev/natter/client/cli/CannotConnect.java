package dev.natter.client.cli;

import dev.natter.client.ConnectionException;
import dev.natter.protocol.command.ErrorCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Says why there is no connection, and what to do about it. */
final class CannotConnect {

    private CannotConnect() {}

    /**
     * A sentence for the user.
     *
     * @param hint what to say besides where there is no such host; may be empty
     */
    static String sentence(String server, Throwable why, String hint) {
        return "cannot connect to " + server + ": " + why.getMessage() + advice(why, hint);
    }

    private static String advice(Throwable why, String hint) {
        if (why instanceof ConnectionException end && end.code().equals(Optional.of(ErrorCode.TLS_REQUIRED))) {
            return "; try --tls";
        }
        if (why.getCause() instanceof ConnectException) {
            return "; is a server running there?";
        }
        if (why.getCause() instanceof UnknownHostException) {
            return hint.isEmpty() ? "; is it spelled right?" : hint;
        }
        return "";
    }
}
