package dev.natter.server.net;

import dev.natter.protocol.codec.TimingMark;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.server.command.CommandQueue;
import dev.natter.server.core.Session;
import dev.natter.server.net.fanout.Connection;
import dev.natter.server.net.fanout.LoopFanOut;
import dev.natter.server.net.fanout.Outbox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection's part in the chat: brings what its event loop decoded to the owner thread, and there to its session.
 * Methods may be called from any thread; all that they do happens on the owner thread, in the order of the calls.
 */
final class Participant implements Outbox.Listener {

    private final ChatThread thread;
    private final Connection connection;
    private final Outbox outbox;
    private final boolean operator;
    private final Runnable carriedOut;

    private @Nullable Session session;
    private @Nullable CommandQueue queue;

    /**
     * @param operator whether the connection is an operator's from the start
     * @param maxUnread see {@link Outbox}
     * @param carriedOut called on the owner thread for each request that was carried out
     * @param onClose see {@link Connection}
     */
    Participant(
            ChatThread thread,
            long id,
            String address,
            LoopFanOut fanOut,
            boolean operator,
            long maxUnread,
            Runnable carriedOut,
            Runnable onClose) {
        this.thread = thread;
        this.operator = operator;
        this.carriedOut = carriedOut;
        this.outbox = new Outbox(fanOut, maxUnread, this);
        this.connection = new Connection(id, address, fanOut, outbox, onClose);
    }

    Outbox outbox() {
        return outbox;
    }

    /** The first phase is over: the connection becomes a session, welcomed in this format. */
    void greet(WireFormat format) {
        thread.owner().execute(() -> {
            connection.speak(format);
            session = thread.chat().connect(connection, operator);
            queue = new CommandQueue(thread.dispatcher(), session, thread.clock(), carriedOut);
        });
    }

    /** Carries out what was decoded: {@link Request}s and {@link TimingMark}s. */
    void carryOut(List<Object> lines) {
        thread.owner().execute(() -> {
            for (Object line : lines) {
                carryOut(line);
            }
        });
    }

    private void carryOut(Object line) {
        if (queue == null) {
            return;
        }
        if (line instanceof Request request) {
            queue.add(request);
        } else if (line instanceof TimingMark mark) {
            queue.then(() -> connection.reply(mark.answer()));
        }
    }

    /** The other end has said all that it will say; it still hears the answers. */
    void endOfInput() {
        thread.owner().execute(() -> {
            if (queue != null) {
                queue.then(() -> end(Departure.quit(null)));
            }
        });
    }

    /** The connection broke. What was being held up is not carried out any more. */
    void lost() {
        thread.owner().execute(() -> end(Departure.LOST));
    }

    @Override
    public void hasRoom() {
        thread.owner().execute(() -> {
            if (queue != null) {
                queue.resume();
            }
        });
    }

    @Override
    public void isTooSlow() {
        thread.owner().execute(() -> {
            if (session != null && !session.isGone()) {
                thread.chat().end(session, Departure.SLOW);
                connection.closeWith(new Event.Closing(thread.clock().instant(), "too slow"));
            }
        });
    }

    private void end(Departure departure) {
        if (session != null) {
            thread.chat().end(session, departure);
            connection.close();
        }
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
