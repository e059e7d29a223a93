package dev.natter.server.net.fanout;

import io.netty.channel.socket.ChannelOutputShutdownException;
import io.netty.channel.unix.Errors;
import io.netty.channel.unix.Errors.NativeIoException;
import java.util.Objects;

/** Tells from a failed write how the other end went. */
final class Resets {

    private Resets() {}

    /**
     * Whether it went without a word. A broken pipe is what is left of a connection that the other end has closed in
     * order, only too early to hear the rest.
     */
    static boolean isReset(Throwable failure) {
        // Netty shuts the output down on a failed write, and tells of that in the first place.
        Throwable cause = failure instanceof ChannelOutputShutdownException
                ? Objects.requireNonNullElse(failure.getCause(), failure)
                : failure;
        if (cause instanceof NativeIoException error) {
            return error.expectedErr() != Errors.ERRNO_EPIPE_NEGATIVE;
        }
        return !String.valueOf(cause.getMessage()).contains("Broken pipe");
    }
}
