package dev.natter.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ManualClock;
import dev.natter.server.command.Dispatcher;
import dev.natter.server.command.FakeControl;
import dev.natter.server.core.Chat;
import dev.natter.server.core.ChatLimits;
import dev.natter.server.net.fanout.Bounds;
import dev.natter.server.net.fanout.FanOut;
import dev.natter.server.net.fanout.RoomBroadcast;
import dev.natter.server.net.fanout.TestSocket;
import io.netty.buffer.Unpooled;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The whole way from a socket through the chat and back, with threads and time that move when a test says so. */
final class PipelineUnderTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final ManualClock clock = new ManualClock();
    private final Chat chat = new Chat(clock, new ChatLimits(50, 1000), List.of(), RoomBroadcast::new);
    private final ChatThread thread =
            new ChatThread(tasks::add, chat, new Dispatcher(chat, new FakeControl(), null), clock);
    private final Pace pace;
    private final Bounds bounds;
    private int ended;

    PipelineUnderTest(long maxUnread) {
        this(maxUnread, new Pace(0, 0));
    }

    PipelineUnderTest(long maxUnread, Pace pace) {
        this.pace = pace;
        this.bounds = new Bounds(maxUnread, Duration.ofSeconds(30));
    }

    /** A new connection. */
    TestSocket opens() {
        TestSocket socket = new TestSocket();
        pipeline(socket).admit(socket, "an address", false, () -> ended++);
        return socket;
    }

    /** A new connection, welcomed. */
    TestSocket connects() {
        TestSocket socket = opens();
        sends(socket, "\n");
        work(socket);
        assertThat(socket.takeReceived()).startsWith("[server] Welcome to natter.");
        return socket;
    }

    TestSocket isRefused(String reason) {
        TestSocket socket = new TestSocket();
        pipeline(socket).refuse(socket, reason);
        return socket;
    }

    private ConnectionPipeline pipeline(TestSocket socket) {
        ChannelGroup all = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        return new ConnectionPipeline(thread, new FanOut(socket.eventLoop()), all, pace, bounds);
    }

    static void sends(TestSocket socket, String text) {
        socket.writeInbound(Unpooled.copiedBuffer(text, UTF_8));
    }

    /** Lets the owner thread and the event loops of these sockets do all that they have to do. */
    void work(TestSocket... sockets) {
        do {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            for (TestSocket socket : sockets) {
                socket.runPendingTasks();
            }
        } while (!tasks.isEmpty());
    }

    Chat chat() {
        return chat;
    }

    /** How many sessions were over, so that their place could be given to another. */
    int ended() {
        return ended;
    }
}
