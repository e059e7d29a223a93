package dev.natter.client.reconnect;

import dev.natter.client.ConnectionException;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.CommandLine;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A {@link dev.natter.client.ChatClient} whose connection comes back when it is lost, with the same nick and the same rooms.
 *
 * <p><b>Comings and goings.</b> The first attempt to connect is the only one; once it has succeeded, the connection is got
 * back for ever, after a {@link Backoff}. It is not if this side wanted the end, an operator threw us out, or the server
 * wants TLS.
 *
 * <p><b>Commands</b> are carried out in the order in which they are sent, once. While there is no connection they are kept. What
 * was under way when the connection was lost is sent again if it was surely not carried out; it fails if that is unknown. What
 * only concerns the connection itself (NICK, JOIN, LEAVE, ECHO) is done again in either case: who speaks and where must be
 * settled before what is said behind it.
 *
 * <p><b>Threads.</b> Each client has one event loop thread, which keeps the JVM alive until the end. Listeners are called on it,
 * and futures completed: never wait for this client's futures there. All methods can be called from any thread.
 *
 * <p><b>Bounds.</b> Commands that are sent faster than the server takes them, or while there is no connection, pile up in
 * memory: whoever has many waits for replies now and then.
 */
public final class ReconnectingClient implements AutoCloseable {

    private final EventLoop loop;
    private final Link link;

    private ReconnectingClient(
            EventLoop loop,
            Endpoint endpoint,
            Presence presence,
            Manners manners,
            ReconnectListener listener,
            Backoff backoff) {
        this.loop = loop;
        this.link = new Link(this, loop, endpoint, presence, manners, listener, backoff);
    }

    /** Begins to connect. */
    public static ReconnectingClient open(
            Endpoint endpoint, Presence presence, Manners manners, ReconnectListener listener) {
        return open(endpoint, presence, manners, listener, Backoff.usual());
    }

    /** The same with other delays between attempts. The back-off is this client's from now on. */
    public static ReconnectingClient open(
            Endpoint endpoint, Presence presence, Manners manners, ReconnectListener listener, Backoff backoff) {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("natter-client"), NioIoHandler.newFactory());
        ReconnectingClient client =
                new ReconnectingClient(group.next(), endpoint, presence, manners, listener, backoff);
        client.link.ended().whenComplete((ended, why) -> group.shutdownGracefully(0, 1, TimeUnit.SECONDS));
        client.loop.execute(client.link::begin);
        return client;
    }

    /**
     * Done when the server has given us the nick and the rooms for the first time. Fails with a {@link ConnectionException},
     * or a {@link RefusedException} if the manners are strict; then all has ended.
     */
    public CompletableFuture<Void> opened() {
        return link.opened().copy();
    }

    /**
     * Sends a command, or keeps it until there is a connection. Never blocks.
     *
     * @return the server's answer; a {@link Reply.Refused} is one like others. Fails with a {@link ConnectionException} if the
     *     connection is lost before it comes, and it is unknown then whether the command was carried out, unless the end is
     *     for good and it surely was not ({@link ConnectionException#mayHaveBeenCarriedOut})
     * @throws IllegalArgumentException if a text in it does not fit on a line, or for FORMAT: the client itself needs JSON
     */
    public CompletableFuture<Reply> send(Command command) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        send(command, reply);
        return reply;
    }

    /**
     * The same for somebody who must not be late: what depends on the future is called before anything that comes after the
     * answer is told of.
     *
     * @param reply is completed with the answer, or fails
     */
    public void send(Command command, CompletableFuture<Reply> reply) {
        if (command instanceof Command.ChooseFormat) {
            throw new IllegalArgumentException("the client chooses the format itself");
        }
        CommandLine.of(command);
        onLoop(() -> link.send(command, reply), reply);
    }

    /**
     * Our name, as last known.
     *
     * @throws IllegalStateException before the first welcome
     */
    public Nick nick() {
        return link.standing().nick();
    }

    /**
     * The current room, as last known.
     *
     * @throws IllegalStateException before the first welcome
     */
    public RoomName room() {
        return link.standing().room();
    }

    /**
     * The rooms that we are in, in order of joining, as last known.
     *
     * @throws IllegalStateException before the first welcome
     */
    public List<RoomName> rooms() {
        return link.standing().rooms();
    }

    /** Whether there is a connection on which commands are sent just now. */
    public boolean isConnected() {
        return link.isConnected();
    }

    /** Tries at once instead of waiting out the delay; does nothing while there is none. */
    public void retryNow() {
        onLoop(link::retryNow, new CompletableFuture<>());
    }

    /**
     * Hangs up, without waiting for {@link #ended}. What was sent is still carried out and answered; what is kept fails, and
     * so does what is sent from now on.
     */
    @Override
    public void close() {
        onLoop(link::close, new CompletableFuture<>());
    }

    /**
     * The end for good: completes when it was wanted here ({@link #close}, a QUIT, a SHUTDOWN) and all is answered; otherwise
     * fails with a {@link ConnectionException} that says why.
     */
    public CompletableFuture<Void> ended() {
        return link.ended().copy();
    }

    /** Always as a task of its own, so that no listener is called while another call to it has not returned. */
    private void onLoop(Runnable task, CompletableFuture<?> reply) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            reply.completeExceptionally(link.reasonOfEnd().ofWhatWasNotCarriedOut());
        }
    }
}
