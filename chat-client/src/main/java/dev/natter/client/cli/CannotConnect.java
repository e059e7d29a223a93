package dev.natter.client.cli;

import dev.natter.client.ConnectionException;
import dev.natter.protocol.command.ErrorCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Says why there is no connection, and what to do about it. */
final class CannotConnect {

    private CannotConnect() {}

    static String sentence(Object address, Throwable why) {
        return "cannot connect to " + address + ": " + why.getMessage() + advice(why);
    }

    private static String advice(Throwable why) {
        if (why instanceof ConnectionException end && end.code().equals(Optional.of(ErrorCode.TLS_REQUIRED))) {
            return "; try --tls";
        }
        if (why.getCause() instanceof ConnectException) {
            return "; nobody listens there: is the server running, and is the port right?";
        }
        return why.getCause() instanceof UnknownHostException ? "; is the name spelled right?" : "";
    }
}
