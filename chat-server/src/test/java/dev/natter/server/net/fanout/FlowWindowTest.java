package dev.natter.server.net.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class FlowWindowTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void isFullFromTheBoundOn() {
        FlowWindow window = new FlowWindow(4, calls::incrementAndGet);
        window.raise(3);
        assertThat(window.isFull()).isFalse();
        window.raise(1);
        assertThat(window.isFull()).isTrue();
        window.raise(100);
        assertThat(window.isFull()).isTrue();
    }

    @Test
    void saysOnceThatHalfOfItIsFree() {
        FlowWindow window = new FlowWindow(4, calls::incrementAndGet);
        window.raise(6);
        window.lower(1);
        window.lower(2);
        assertThat(calls).hasValue(0);
        window.lower(1);
        assertThat(calls).hasValue(1);
        window.lower(1);
        window.lower(1);
        assertThat(calls).hasValue(1);
        assertThat(window.isFull()).isFalse();
    }

    @Test
    void saysItAlsoIfMuchIsFreedAtOnce() {
        FlowWindow window = new FlowWindow(4, calls::incrementAndGet);
        window.raise(100);
        window.lower(100);
        assertThat(calls).hasValue(1);
        window.raise(100);
        window.lower(99);
        assertThat(calls).hasValue(2);
    }

    @Test
    void theSmallestOneWorksToo() {
        FlowWindow window = new FlowWindow(1, calls::incrementAndGet);
        window.raise(1);
        assertThat(window.isFull()).isTrue();
        window.lower(1);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aSenderThatStopsWhileItIsFullIsAlwaysWokenAgain() throws Exception {
        int high = 16;
        int count = 200_000;
        Semaphore room = new Semaphore(0);
        FlowWindow window = new FlowWindow(high, room::release);
        BlockingQueue<Integer> underWay = new ArrayBlockingQueue<>(high);
        CompletableFuture<Void> receiver = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < count; i++) {
                assertThat(poll(underWay)).isEqualTo(i);
                window.lower(1);
            }
        });
        for (int i = 0; i < count; i++) {
            while (window.isFull()) {
                assertThat(room.tryAcquire(10, TimeUnit.SECONDS))
                        .as("woken at %s", i)
                        .isTrue();
            }
            window.raise(1);
            underWay.add(i); // fails if there were ever more under way than the window allows
        }
        receiver.get(10, TimeUnit.SECONDS);
        assertThat(window.isFull()).isFalse();
    }

    private static Integer poll(BlockingQueue<Integer> queue) {
        try {
            return queue.poll(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
