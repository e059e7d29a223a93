package dev.natter.client;

import dev.natter.protocol.codec.Line;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.CommandLine;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.format.JsonReader;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ServerLine;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both directions of one connection, from agreeing on the format to the end, which has one path whoever causes it. Event
 * loop only, but for what says otherwise.
 */
final class Conversation extends SimpleChannelInboundHandler<Line> {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final String PATIENCE = "patience";
    private static final String TEXT_ERROR = "[server] error: ";

    private final ChatClient client;
    private final Channel channel;
    private final ChatListener listener;
    private final Duration patience;
    private final PendingReplies pending = new PendingReplies();
    private final AnswerTimeout answerTimeout;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private volatile @Nullable Whereabouts whereabouts;

    /** Text may come first, where the server did not get our first line in time. */
    private boolean heardJson;

    private boolean formatAgreed;

    /** This side wants the end. */
    private volatile boolean leaving;

    /** What will have ended the connection, once that is known: the first cause counts. */
    private @Nullable ConnectionException why;

    /** The server has said its last words, before which it answers all that it has carried out. */
    private boolean allIsAnswered;

    /** @param patience how long the server may be silent while it has to say something: at the start and at the end */
    Conversation(ChatClient client, Channel channel, ChatListener listener, Duration patience) {
        this.client = client;
        this.channel = channel;
        this.listener = listener;
        this.patience = patience;
        this.answerTimeout = new AnswerTimeout(() -> !pending.isEmpty(), this::answersAreOverdue);
    }

    /** Done when the server has welcomed us in JSON. Any thread. */
    CompletableFuture<Void> begun() {
        return begun;
    }

    /** Done when the connection is at its end; in order if this side wanted that and all is answered. Any thread. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Null before the welcome. Any thread. */
    @Nullable
    Whereabouts whereabouts() {
        return whereabouts;
    }

    /** Whether this side wants the end. Any thread. */
    boolean isLeaving() {
        return leaving;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        channel.pipeline().addFirst(answerTimeout);
        beImpatient();
        Command format = new Command.ChooseFormat(WireFormat.JSON);
        say(format, CommandLine.of(format), new CompletableFuture<>());
    }

    void say(Command command, String line, CompletableFuture<Reply> reply) {
        if (why != null || leaving) {
            ConnectionException end = why != null ? why : ConnectionException.because("closed by this side");
            reply.completeExceptionally(end.ofWhatWasNotCarriedOut());
            return;
        }
        if (pending.isEmpty()) {
            answerTimeout.begin();
        }
        pending.add(command, reply);
        // Whether it arrived, and if not, why, is for the other direction to tell: a failed write only knows that it
        // failed.
        channel.writeAndFlush(ByteBufUtil.writeUtf8(channel.alloc(), line + "\n"));
    }

    /** Says that nothing more will be said. The server answers what it has got, then ends the connection. */
    void hangUp() {
        if (leaving) {
            return;
        }
        leaving = true;
        // Netty throws away what is not written yet when output is shut down: all of it goes first.
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> shutDownOutput());
    }

    /** In TLS the end of what is said is something that is said. */
    private void shutDownOutput() {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            ((DuplexChannel) channel).shutdownOutput();
        } else {
            tls.closeOutbound().addListener(said -> ((DuplexChannel) channel).shutdownOutput());
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Line line) {
        if (!channel.isOpen()) {
            return; // read together with something that made us end the connection
        }
        if (!(line instanceof Line.Text text)) {
            end(ConnectionException.because("the server said a line that cannot be read"));
        } else if (heardJson || text.text().startsWith("{")) {
            heardJson = true;
            heard(text.text());
        } else {
            heardText(text.text());
        }
    }

    private void heardText(String text) {
        if (!text.startsWith("[")) {
            end(ConnectionException.because("whoever answers there does not speak Natter's protocol"));
        } else if (text.startsWith(TEXT_ERROR)) {
            // A refusal over a limit, made before our choice of a format arrived: the end follows.
            why = ConnectionException.because(text.substring(TEXT_ERROR.length()));
        }
    }

    private void heard(String json) {
        ServerLine line;
        try {
            line = JsonReader.read(json).orElse(null);
        } catch (IllegalArgumentException e) {
            // It may have been the answer to something: going on would put the next answers in wrong hands.
            end(ConnectionException.because("the server said something that is not Natter's protocol"));
            return;
        }
        if (line instanceof Event event) {
            happened(event);
        } else if (line instanceof Reply reply) {
            answered(reply);
        }
    }

    private void happened(Event event) {
        if (event instanceof Event.Welcome welcome) {
            whereabouts = Whereabouts.at(welcome);
        } else if (event instanceof Event.Closing closing) {
            why = ConnectionException.because("closed by the server: " + closing.reason());
            allIsAnswered = !closing.isTooSlow();
        } else if (event instanceof Event.Killed killed) {
            String said = killed.reason() == null ? "" : ": " + killed.reason();
            why = ConnectionException.because("killed by " + killed.by() + said);
            allIsAnswered = true;
        }
        if (whereabouts != null) {
            tell(() -> listener.onEvent(client, event));
            beginIfWelcome();
        }
    }

    private void answered(Reply reply) {
        PendingReplies.Pending asked = pending.next();
        if (asked == null) {
            end(ConnectionException.because("the server answered what nobody had asked"));
            return;
        }
        if (!formatAgreed) {
            agreed(reply);
            return;
        }
        Whereabouts before = whereabouts;
        if (isGoodbye(asked.command(), reply, before)) {
            leaving = true;
        }
        whereabouts = before == null ? null : before.after(reply);
        tell(() -> listener.onReply(client, asked.command(), reply));
        asked.reply().complete(reply);
    }

    /** Whether the end will follow because we asked for that: KILL of oneself is a QUIT, and so is SHUTDOWN. */
    private static boolean isGoodbye(Command command, Reply reply, @Nullable Whereabouts whereabouts) {
        if (command instanceof Command.Quit || command instanceof Command.Shutdown) {
            return reply instanceof Reply.Done;
        }
        return whereabouts != null
                && reply instanceof Reply.Removed removed
                && removed.nick().equals(whereabouts.nick());
    }

    private void agreed(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            end(ConnectionException.refused(refused.code(), refused.message()));
            return;
        }
        formatAgreed = true;
        beginIfWelcome();
    }

    private void beginIfWelcome() {
        if (formatAgreed && whereabouts != null && !begun.isDone()) {
            if (!leaving) {
                channel.pipeline().remove(PATIENCE);
            }
            begun.complete(null);
        }
    }

    /** A listener's mistake is the listener's, and no reason to end the connection. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("a chat listener failed", e);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelOutputShutdownEvent) {
            // Either we hung up or a write failed. What the server has said meanwhile is still worth reading.
            beImpatient();
        } else if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
            end(ConnectionException.because(TlsFailure.reason(handshake.cause()), handshake.cause()));
        } else if (event instanceof SslCloseCompletionEvent) {
            channel.close(); // the server has said all, and need not have said so in TCP too
        } else if (event instanceof IdleStateEvent) {
            end(ConnectionException.because("the server said nothing for " + patience.toMillis() + " ms"));
        }
        ctx.fireUserEventTriggered(event);
    }

    private void answersAreOverdue() {
        end(ConnectionException.because("the server said nothing for " + AnswerTimeout.SECONDS + " s"));
    }

    private void beImpatient() {
        if (channel.pipeline().get(PATIENCE) == null) {
            channel.pipeline()
                    .addFirst(PATIENCE, new IdleStateHandler(patience.toMillis(), 0, 0, TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (TlsFailure.isOne(cause)) {
            end(ConnectionException.because(TlsFailure.reason(cause), cause));
            return;
        }
        if (!(cause instanceof IOException)) {
            LOG.error("the connection fails by a fault of the client", cause);
        }
        end(ConnectionException.of(cause));
    }

    private void end(ConnectionException reason) {
        if (why == null) {
            why = reason;
        }
        channel.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        boolean inOrder = leaving && pending.isEmpty();
        if (why == null) {
            why = ConnectionException.because("the server ended the connection");
        }
        pending.failAll(allIsAnswered ? why.ofWhatWasNotCarriedOut() : why);
        begun.completeExceptionally(why);
        if (inOrder) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(why);
        }
        ctx.fireChannelInactive();
    }
}
