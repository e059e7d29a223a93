package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a large room costs in memory: a delivery is a slice of the room's buffer, and nothing else is allocated for it. */
final class AllocationTest {

    private static final int FEW = 100;
    private static final int MANY = 1100;

    /** A slice and its handle in the pool, which are not always used again. A promise for each would be too much. */
    private static final long MOST_BYTES_FOR_A_SLICE = 128;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();

    /** The search for leaks allocates a record for each buffer. */
    @BeforeEach
    void noRecords() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    }

    @AfterEach
    void recordsAgain() {
        ResourceLeakDetector.setLevel(level);
    }

    @Test
    void aDeliveryAllocatesNothingBeyondItsSlice() throws Exception {
        // The pools work on Netty's own threads only.
        FutureTask<Long> perDelivery = new FutureTask<>(this::bytesPerDelivery);
        new FastThreadLocalThread(perDelivery).start();
        assertThat(perDelivery.get()).isLessThanOrEqualTo(MOST_BYTES_FOR_A_SLICE);
    }

    private long bytesPerDelivery() {
        long few = bytesOfOneDrain(FEW);
        long many = bytesOfOneDrain(MANY);
        return (many - few) / (MANY - FEW);
    }

    /** Fifty messages to so many, once all that is made only once has been made. */
    private long bytesOfOneDrain(int size) {
        OneLoop loop = new OneLoop();
        LoopAudience audience = new LoopAudience(loop.fanOut());
        List<Member> members = Stream.generate(loop::member)
                .limit(size)
                .map(member -> member.joins(audience))
                .toList();
        loop.drains();
        byte[] message = "a message\n".getBytes(UTF_8);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 50; i++) {
                loop.fanOut().then(() -> audience.say(message, null));
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            loop.drains();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            members.forEach(member -> {
                member.socket().takeWrites();
                member.socket().takeReceived();
            });
        }
        return least;
    }
}
