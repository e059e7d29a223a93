package dev.natter.client;

import dev.natter.protocol.codec.LineDecoder;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.CommandLine;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a chat server.
 *
 * <pre>{@code
 * ChatClient.connect("localhost", 7777, (client, event) -> {
 *     if (event instanceof Event.Message message && message.text().equals("!time")) {
 *         client.send(new Command.Say(Instant.now().toString()));
 *     }
 * });
 * }</pre>
 *
 * <p><b>Order.</b> Commands are carried out in the order in which they are sent, without waiting for one another. What the
 * server says is heard in the order in which it says it; what a command made happen is heard before its reply.
 *
 * <p><b>Threads.</b> Each client has one event loop thread, which ends with the connection and keeps the JVM alive until
 * then, unless it was given one. Listeners are called on it, and futures completed: never wait for this client's futures there. All methods can be
 * called from any thread, from listeners too; commands of one thread keep their order.
 *
 * <p><b>Bounds.</b> Commands that are sent faster than the server takes them pile up in memory: whoever has many waits for
 * replies now and then.
 *
 * <p><b>The end.</b> {@link #close} hangs up in one direction only: what was sent is still carried out and answered, then
 * the server ends the connection. Whatever ends it otherwise (a kill, a shutdown, the network) fails {@link #closed} and
 * all replies still awaited with a {@link ConnectionException} that says why; so does a server that says nothing whatever
 * for two minutes while it owes answers. There is no reconnection: that is what
 * {@link dev.natter.client.reconnect.ReconnectingClient} is for.
 */
public final class ChatClient implements AutoCloseable {

    /**
     * The longest line of a server's: the answer to a WHO is one line, and grows with the room. With a nick of 30 code
     * points of four bytes each, this is a room of 100,000.
     */
    private static final int MAX_SERVER_LINE = 16 << 20;

    /** A server welcomes after 250 ms at the latest; the rest is for the network. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Channel channel;
    private final Conversation conversation;

    private ChatClient(Channel channel, ChatListener listener, Duration patience) {
        this.channel = channel;
        this.conversation = new Conversation(this, channel, listener, patience);
    }

    /**
     * Connects, and is done when the server has said its welcome. Fails with a {@link ConnectionException}: nobody listens
     * there, who does is no chat server, or the server will not have us ({@link ConnectionException#code}).
     *
     * @param host a name or an address, of IPv6 without brackets; each address of a name is tried in turn
     * @param port 1 to 65535
     * @param listener hears the welcome first
     */
    public static CompletableFuture<ChatClient> connect(String host, int port, ChatListener listener) {
        return connect(host, port, null, listener);
    }

    /**
     * The same over TLS. It fails, too, if the server's certificate is not as {@code tls} wants it.
     *
     * @param tls null for plain text
     */
    public static CompletableFuture<ChatClient> connect(
            String host, int port, @Nullable ClientTls tls, ChatListener listener) {
        return connect(host, port, tls, listener, PATIENCE);
    }

    static CompletableFuture<ChatClient> connect(
            String host, int port, @Nullable ClientTls tls, ChatListener listener, Duration patience) {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("natter-client"), NioIoHandler.newFactory());
        CompletableFuture<ChatClient> connected = connect(group.next(), host, port, tls, listener, patience);
        connected.whenComplete((client, failure) -> {
            if (client == null) {
                shutDown(group);
            } else {
                client.conversation.ended().whenComplete((ended, why) -> shutDown(group));
            }
        });
        return connected;
    }

    /**
     * The same on an event loop that others use too, and that goes on when the connection has ended.
     *
     * @param loop of {@link NioIoHandler}
     * @param tls null for plain text
     */
    public static CompletableFuture<ChatClient> connect(
            EventLoop loop, String host, int port, @Nullable ClientTls tls, ChatListener listener) {
        return connect(loop, host, port, tls, listener, PATIENCE);
    }

    private static CompletableFuture<ChatClient> connect(
            EventLoop loop, String host, int port, @Nullable ClientTls tls, ChatListener listener, Duration patience) {
        return Dialer.dial(loop, host, port).thenCompose(channel -> {
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc(), host, port));
            }
            return new ChatClient(channel, listener, patience).begin();
        });
    }

    private static void shutDown(EventLoopGroup group) {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private CompletableFuture<ChatClient> begin() {
        channel.pipeline()
                .addLast(
                        // One system call for all that is sent in one go.
                        new FlushConsolidationHandler(
                                FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true),
                        new LineDecoder(MAX_SERVER_LINE),
                        conversation);
        channel.config().setAutoRead(true);
        return conversation.begun().thenApply(begun -> this);
    }

    /**
     * Sends a command. Never blocks.
     *
     * @return the server's answer; a {@link Reply.Refused} is one like others. Fails with a {@link ConnectionException} if
     *     the connection ends before it comes; whether the command may have been carried out is then for
     *     {@link ConnectionException#mayHaveBeenCarriedOut} to say
     * @throws IllegalArgumentException if a text in it does not fit on a line, or for FORMAT: the client itself needs JSON
     */
    public CompletableFuture<Reply> send(Command command) {
        if (command instanceof Command.ChooseFormat) {
            throw new IllegalArgumentException("the client chooses the format itself");
        }
        String line = CommandLine.of(command);
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        onEventLoop(() -> conversation.say(command, line, reply), reply);
        return reply;
    }

    /** Our name, as the server knows it: changed when the reply to a NICK comes. */
    public Nick nick() {
        return whereabouts().nick();
    }

    /** The current room: changed when the reply to a JOIN or LEAVE comes. */
    public RoomName room() {
        return whereabouts().room();
    }

    /**
     * Hangs up, without waiting for {@link #closed}. Commands sent before are still carried out and answered; later ones
     * fail. Does nothing when the connection is at its end already.
     */
    @Override
    public void close() {
        onEventLoop(() -> conversation.hangUp(), new CompletableFuture<>());
    }

    /** Whether this side wants the end: {@link #close}, or a QUIT or SHUTDOWN that was accepted. */
    public boolean isLeaving() {
        return conversation.isLeaving();
    }

    /**
     * The end of the connection: completes when all is answered and the end was wanted here ({@link #close}, a QUIT, a
     * SHUTDOWN); otherwise fails with a {@link ConnectionException} that says why.
     */
    public CompletableFuture<Void> closed() {
        return conversation.ended().copy();
    }

    private Whereabouts whereabouts() {
        // Nobody gets hold of a client before its welcome.
        return Objects.requireNonNull(conversation.whereabouts());
    }

    private void onEventLoop(Runnable task, CompletableFuture<?> reply) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
            return;
        }
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException e) {
            // The event loop ends with the connection.
            conversation
                    .ended()
                    .whenComplete((ended, why) -> reply.completeExceptionally((why instanceof ConnectionException end
                                    ? end
                                    : ConnectionException.because("closed by this side"))
                            .ofWhatWasNotCarriedOut()));
        }
    }
}
