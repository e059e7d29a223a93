package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.server.ErrorLog;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalIoHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LoopFanOutTest {

    @Test
    void stepsOfOneDrainArePositionedFromZero() {
        OneLoop loop = new OneLoop();
        List<Integer> positions = new ArrayList<>();
        for (int drain = 0; drain < 2; drain++) {
            for (int i = 0; i < 3; i++) {
                loop.fanOut().then(() -> positions.add(loop.fanOut().nextPosition(1)));
            }
            loop.drains();
        }
        assertThat(positions).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void nothingIsWrittenBeforeTheEndOfTheDrain() {
        OneLoop loop = new OneLoop();
        Member alice = loop.member();
        alice.isTold("hello\n");
        alice.received("");
        loop.drains();
        alice.received("hello\n");
    }

    @Test
    void whatWouldTakeTooMuchMemoryIsWrittenAtOnce() {
        OneLoop loop = new OneLoop();
        Member alice = loop.member();
        String large = "x".repeat(1 << 20);
        alice.isTold(large);
        alice.received(large);
    }

    @Test
    void aStepMayAddSteps() {
        OneLoop loop = new OneLoop();
        List<String> happened = new ArrayList<>();
        loop.fanOut().then(() -> {
            happened.add("first");
            loop.fanOut().then(() -> happened.add("second"));
        });
        loop.drains();
        assertThat(happened).containsExactly("first", "second");
    }

    @Test
    void aFaultInOneStepIsLoggedAndHindersNoOther() {
        OneLoop loop = new OneLoop();
        Member alice = loop.member();
        alice.gets("before\n");
        loop.fanOut().then(() -> {
            IllegalStateException fault = new IllegalStateException("a bug");
            fault.setStackTrace(new StackTraceElement[0]);
            throw fault;
        });
        alice.gets("behind\n");
        loop.drains();
        alice.received("before\nbehind\n");
        assertThat(ErrorLog.take()).containsExactly("dev.natter.server.net.fanout.LoopFanOut: the fan-out failed");
    }

    @Test
    void anErrorInOneStepOrInWritingHindersNoOther() {
        OneLoop loop = new OneLoop();
        LoopAudience room = new LoopAudience(loop.fanOut());
        Member alice = loop.member().joins(room);
        for (int i = 0; i < 3; i++) {
            Member bob = loop.member();
            bob.socket().pipeline().addFirst(new OutOfMemory());
            byte[] word = ("word " + i).getBytes(UTF_8);
            loop.fanOut().then(() -> {
                throw outOfMemory();
            });
            loop.fanOut().then(() -> room.say(word, null));
            bob.isTold("never heard\n");
            loop.drains();
            alice.received("word " + i);
        }
        assertThat(ErrorLog.take()).containsOnly("dev.natter.server.net.fanout.LoopFanOut: the fan-out failed");
    }

    private static final class OutOfMemory extends ChannelOutboundHandlerAdapter {
        @Override
        public void flush(ChannelHandlerContext ctx) {
            throw outOfMemory();
        }
    }

    private static Error outOfMemory() {
        Error error = new OutOfMemoryError("a test's");
        error.setStackTrace(new StackTraceElement[0]);
        return error;
    }

    @Test
    void noStepIsLostOrOvertakenWhileTheLoopIsBusy() throws InterruptedException {
        int count = 200_000;
        EventLoop eventLoop = new DefaultEventLoop();
        try {
            LoopFanOut fanOut = new LoopFanOut(eventLoop, () -> {});
            List<Integer> happened = Collections.synchronizedList(new ArrayList<>(count));
            CountDownLatch done = new CountDownLatch(count);
            for (int i = 0; i < count; i++) {
                int step = i;
                fanOut.then(() -> {
                    happened.add(step);
                    done.countDown();
                });
            }
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(happened).isEqualTo(IntStream.range(0, count).boxed().toList());
        } finally {
            eventLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    @Test
    void eachLoopOfAServerHasItsOwn() {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(2, LocalIoHandler.newFactory());
        EventLoop foreign = new DefaultEventLoop();
        try {
            FanOut fanOut = new FanOut(group);
            EventLoop one = group.next();
            EventLoop other = group.next();
            assertThat(fanOut.of(one)).isSameAs(fanOut.of(one)).isNotSameAs(fanOut.of(other));
            fanOut.of(one).countSent(3);
            fanOut.of(other).countSent(4);
            assertThat(fanOut.bytesSent()).isEqualTo(7);
            assertThatThrownBy(() -> fanOut.of(foreign)).isInstanceOf(IllegalArgumentException.class);
        } finally {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            foreign.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }
}
