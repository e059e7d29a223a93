package dev.natter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails each test class that leaks a buffer. Netty only finds a leak when the buffer has been collected as garbage, and
 * only reports it when the next one is allocated; so after each class both are brought about. Registered for all tests
 * of the module by {@code META-INF/services}.
 */
public final class LeakCheck implements AfterAllCallback {

    /** Only a failure takes as long. */
    private static final int PATIENCE_MILLIS = 30_000;

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        // What is garbage when the first collection begins has been queued when the second has been noticed.
        collectGarbage();
        collectGarbage();
        ByteBufAllocator.DEFAULT.heapBuffer().release();
        ByteBufAllocator.DEFAULT.directBuffer().release();
        assertThat(ErrorLog.takeLeaks()).as("leaked buffers").isEmpty();
    }

    /** Returns when the collector has told a queue of some garbage. */
    private static void collectGarbage() throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> garbage = new WeakReference<>(new Object(), queue);
        System.gc();
        assertThat(queue.remove(PATIENCE_MILLIS))
                .as("the garbage that was collected")
                .isSameAs(garbage);
    }
}
