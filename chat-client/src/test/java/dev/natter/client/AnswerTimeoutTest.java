package dev.natter.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose time is the test's. */
class AnswerTimeoutTest {

    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicInteger timeouts = new AtomicInteger();
    private final AnswerTimeout timeout = new AnswerTimeout(due::get, timeouts::incrementAndGet);
    private final EmbeddedChannel channel = new EmbeddedChannel(timeout);

    @BeforeEach
    void stopTime() {
        channel.freezeTime();
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aServerThatOwesAnAnswerAndSaysNothingIsGone() {
        begin();
        pass(AnswerTimeout.SECONDS - 1);
        assertThat(timeouts).hasValue(0);
        pass(1);
        assertThat(timeouts).hasValue(1);
    }

    @Test
    void anyByteIsASignOfLife() {
        begin();
        pass(AnswerTimeout.SECONDS - 1);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[1]));
        pass(AnswerTimeout.SECONDS - 1);
        assertThat(timeouts).hasValue(0);
        pass(1);
        assertThat(timeouts).hasValue(1);
    }

    @Test
    void whoOwesNothingMayBeSilent() {
        begin();
        due.set(false);
        pass(AnswerTimeout.SECONDS * 10);
        assertThat(timeouts).hasValue(0);
    }

    @Test
    void theTimeCountsFromTheCommandHoweverLongNothingWasHeardBefore() {
        begin();
        due.set(false);
        pass(AnswerTimeout.SECONDS - 1);
        begin();
        pass(AnswerTimeout.SECONDS - 1);
        assertThat(timeouts).hasValue(0);
        pass(1);
        assertThat(timeouts).hasValue(1);
    }

    private void begin() {
        due.set(true);
        timeout.begin();
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
