package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.socket.ChannelOutputShutdownException;
import io.netty.channel.unix.Errors;
import io.netty.channel.unix.Errors.NativeIoException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A write says how the other end went: in the JDK's words or those of Netty's own transports, wrapped or not. */
final class ResetsTest {

    @Test
    void theJdkSaysIt() {
        assertReset(new IOException("Connection reset by peer"), true);
        assertReset(new IOException("Connection timed out"), true);
        assertReset(new IOException("Broken pipe"), false);
    }

    @Test
    void epollSaysIt() {
        assumeTrue(Epoll.isAvailable());
        assertReset(new NativeIoException("writev", Errors.ERRNO_ECONNRESET_NEGATIVE, false), true);
        assertReset(new NativeIoException("writev", Errors.ERRNO_EPIPE_NEGATIVE, false), false);
    }

    private static void assertReset(IOException failure, boolean expected) {
        assertThat(Resets.isReset(failure)).isEqualTo(expected);
        assertThat(Resets.isReset(new ChannelOutputShutdownException("Channel output shutdown", failure)))
                .isEqualTo(expected);
    }
}
