package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.natter.server.ManualClock;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class AcceptFailureLogTest {

    @Test
    void aConnectionThatCannotBeAcceptedIsNoFaultOfOurs() {
        EmbeddedChannel listener = new EmbeddedChannel(new AcceptFailureLog(new LogLimit(new ManualClock())));
        for (int i = 0; i < 3; i++) {
            listener.pipeline().fireExceptionCaught(new IOException("Too many open files"));
        }
        assertThatCode(listener::checkException).doesNotThrowAnyException();
    }
}
