package dev.natter.client.reconnect;

import dev.natter.client.ChatClient;
import dev.natter.client.ChatListener;
import dev.natter.client.ConnectionException;
import dev.natter.client.TlsFailure;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.RoomName;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection after the other, and what is kept between them. Event loop only, but for what says otherwise. */
final class Link implements ChatListener {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    /** A server with no time to read a hello within 250 ms takes it for plain text; it may have more the next time. */
    private static final int MORE_HELLOS = 2;

    private final ReconnectingClient client;
    private final EventLoop loop;
    private final Endpoint endpoint;
    private final ReconnectListener listener;
    private final Backoff backoff;
    private final Outgoing outgoing = new Outgoing();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Bearings bearings;

    /** Of the next introduction: from the second on another nick will do. */
    private Manners manners;

    private final boolean strict;

    private @Nullable ChatClient connection;

    /** Whether we are introduced on the connection. */
    private volatile boolean connected;

    private long connectedSince;
    private @Nullable ScheduledFuture<?> retry;

    /** This side wants the end: what still comes is not sent any more. */
    private boolean leaving;

    /** Of the first introduction. */
    private @Nullable ConnectionException refusal;

    /** Of a later one, where it makes the connection useless. */
    private @Nullable ConnectionException refusedOnReturn;

    private boolean killed;
    private boolean over;
    private volatile ConnectionException reasonOfEnd = ConnectionException.because("closed by this side");

    Link(
            ReconnectingClient client,
            EventLoop loop,
            Endpoint endpoint,
            Presence presence,
            Manners manners,
            ReconnectListener listener,
            Backoff backoff) {
        this.client = client;
        this.loop = loop;
        this.endpoint = endpoint;
        this.bearings = new Bearings(presence);
        this.manners = manners;
        this.strict = manners == Manners.STRICT;
        this.listener = listener;
        this.backoff = backoff;
    }

    /** Any thread. */
    CompletableFuture<Void> opened() {
        return opened;
    }

    /** Any thread. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Any thread. */
    boolean isConnected() {
        return connected;
    }

    /** As {@link Bearings#standing}. Any thread. */
    Standing standing() {
        return bearings.standing();
    }

    /** Any thread, once it has ended. */
    ConnectionException reasonOfEnd() {
        return reasonOfEnd;
    }

    void begin() {
        connect(MORE_HELLOS);
    }

    private void connect(int moreHellos) {
        ChatClient.connect(loop, endpoint.host(), endpoint.port(), endpoint.tls(), this)
                .whenComplete((made, failure) -> {
                    if (made != null) {
                        introduce(made);
                    } else if (moreHellos > 0 && !over && TlsFailure.isPlainText(failure)) {
                        connect(moreHellos - 1);
                    } else {
                        lost(Failures.reason(failure));
                    }
                });
    }

    private void introduce(ChatClient made) {
        connection = made;
        made.closed().whenComplete((closed, failure) -> closed(failure == null ? null : Failures.reason(failure)));
        if (leaving) {
            made.close();
            return;
        }
        new Introduction(made, bearings.wanted(), bearings.hadEcho(), manners)
                .begin()
                .whenComplete((remarks, failure) -> {
                    if (remarks != null) {
                        introduced(made, remarks);
                    } else if (Failures.cause(failure) instanceof RefusedException refused) {
                        refused(made, refused);
                    } // else the connection has ended
                });
    }

    private void refused(ChatClient made, RefusedException why) {
        opened.completeExceptionally(why);
        Reply.Refused refused = why.refused();
        refusal = ConnectionException.refused(refused.code(), refused.message());
        leaving = true;
        made.close();
    }

    private void introduced(ChatClient made, List<String> remarks) {
        if (leaving) {
            return;
        }
        boolean again = opened.isDone();
        RoomName missing = bearings.missingRoom();
        if (again && strict && missing != null) {
            // What is said next must not be said elsewhere. Perhaps the room lets us in the next time.
            refusedOnReturn = ConnectionException.because(
                    "the server does not let us into " + missing + " again: " + String.join("; ", remarks));
            made.close();
            return;
        }
        manners = Manners.LENIENT;
        bearings.introduced();
        connectedSince = System.nanoTime();
        connected = true;
        Standing now = standing();
        List<String> allRemarks = new ArrayList<>(remarks);
        if (bearings.isOperatorNoMore()) {
            allRemarks.add("you are no operator any more");
        }
        tell(new ConnectionState.Connected(now.nick(), now.rooms(), now.room(), now.online(), again, allRemarks));
        outgoing.flowTo(made, missing);
        opened.complete(null);
    }

    void send(Command command, CompletableFuture<Reply> reply) {
        if (leaving || over) {
            reply.completeExceptionally(reasonOfEnd.ofWhatWasNotCarriedOut());
        } else if (!(command instanceof Command.Quit)) {
            outgoing.add(command, reply);
        } else if (connected) {
            leaving = true;
            outgoing.add(command, reply);
        } else {
            close();
            reply.complete(new Reply.Done(Verb.QUIT));
        }
    }

    /** Ended, in order if there is no reason. */
    private void closed(@Nullable ConnectionException why) {
        ChatClient was = connection;
        connection = null;
        outgoing.stop();
        if (connected) {
            connected = false;
            backoff.hadConnectionFor(Duration.ofNanos(System.nanoTime() - connectedSince));
            bearings.lost();
        }
        ConnectionException useless = refusedOnReturn;
        refusedOnReturn = null;
        boolean wantedHere = leaving || (was != null && was.isLeaving());
        if (useless != null && !leaving) {
            lost(useless);
        } else if (why == null || wantedHere) {
            end(refusal == null ? why : refusal);
        } else {
            lost(why);
        }
    }

    private void lost(ConnectionException why) {
        boolean forGood = !opened.isDone() || killed || why.code().equals(Optional.of(ErrorCode.TLS_REQUIRED));
        if (over) {
            return;
        }
        if (forGood) {
            end(why);
            return;
        }
        Duration delay = backoff.next();
        retry = loop.schedule(this::reconnect, delay.toNanos(), TimeUnit.NANOSECONDS);
        tell(new ConnectionState.Waiting(why, delay));
    }

    private void reconnect() {
        retry = null;
        tell(new ConnectionState.Connecting());
        connect(MORE_HELLOS);
    }

    void retryNow() {
        if (retry != null && retry.cancel(false)) {
            reconnect();
        }
    }

    void close() {
        leaving = true;
        outgoing.failKept(reasonOfEnd);
        if (connection != null) {
            connection.close();
        } else {
            end(null);
        }
    }

    private void end(@Nullable ConnectionException why) {
        if (over) {
            return;
        }
        over = true;
        if (retry != null) {
            retry.cancel(false);
        }
        if (why != null) {
            reasonOfEnd = why;
        }
        outgoing.failKept(reasonOfEnd);
        tell(new ConnectionState.Ended(why));
        opened.completeExceptionally(reasonOfEnd);
        if (why == null) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(why);
        }
    }

    @Override
    public void onEvent(ChatClient from, Event event) {
        if (event instanceof Event.Welcome welcome) {
            bearings.welcomed(welcome);
        }
        killed |= event instanceof Event.Killed;
        listener.onEvent(client, event);
    }

    @Override
    public void onReply(ChatClient from, Command command, Reply reply) {
        bearings.answered(command, reply);
        if (connected) {
            if (command instanceof Command.Quit && reply instanceof Reply.Refused) {
                leaving = false; // too long a text
            }
            bearings.chosen(reply);
            listener.onReply(client, command, reply);
        }
    }

    /** A listener's mistake is the listener's. */
    private void tell(ConnectionState state) {
        try {
            listener.onState(client, state);
        } catch (RuntimeException e) {
            LOG.error("a chat listener failed", e);
        }
    }
}
