package dev.natter.server.net;

import dev.natter.protocol.codec.TimingMark;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Departure;
import dev.natter.server.command.CommandQueue;
import dev.natter.server.core.Crowd;
import dev.natter.server.core.Session;
import dev.natter.server.net.fanout.Bounds;
import dev.natter.server.net.fanout.Connection;
import dev.natter.server.net.fanout.LoopFanOut;
import dev.natter.server.net.fanout.Outbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's part in the chat: brings what its event loop decoded to the owner thread, and there to its session.
 * Methods are called on the event loop; what they do happens on the owner thread, in the order of the calls.
 */
final class Participant implements Outbox.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Participant.class);

    private final ChatThread thread;
    private final Connection connection;
    private final ReadGate gate;
    private final Outbox outbox;
    private final boolean operator;
    private final Runnable taken;
    private final Runnable onReset;

    /** A write found out that the other end is gone without a word. Event loop only. */
    private boolean reset;

    /** Set once, on the owner thread. */
    private volatile @Nullable Session session;

    private @Nullable CommandQueue queue;

    /**
     * @param operator whether the connection is an operator's from the start
     * @param bounds see {@link Outbox}
     * @param taken called on the owner thread for each line that no longer waits
     * @param onReset called on the event loop when a write finds that the other end is gone without a word
     * @param onSessionEnd see {@link Connection}
     */
    Participant(
            ChatThread thread,
            long id,
            String address,
            ReadGate gate,
            LoopFanOut fanOut,
            boolean operator,
            Bounds bounds,
            Runnable taken,
            Runnable onReset,
            Runnable onSessionEnd) {
        this.thread = thread;
        this.operator = operator;
        this.taken = taken;
        this.onReset = onReset;
        this.gate = gate;
        this.outbox = new Outbox(fanOut, bounds, this);
        this.connection = new Connection(id, address, fanOut, outbox, onSessionEnd);
    }

    Outbox outbox() {
        return outbox;
    }

    /** The first phase is over: the connection becomes a session, welcomed in this format. */
    void greet(WireFormat format) {
        onOwnerThread(() -> {
            connection.speak(format);
            Session opened = thread.chat().connect(connection, operator);
            queue = new CommandQueue(thread.dispatcher(), opened, thread.clock(), taken);
            session = opened;
        });
    }

    /** Carries out what was decoded: {@link Request}s and {@link TimingMark}s. */
    void carryOut(List<Object> lines) {
        onOwnerThread(() -> {
            Instant now = thread.clock().instant();
            for (Object line : lines) {
                carryOut(line, now);
            }
        });
    }

    private void carryOut(Object line, Instant now) {
        if (queue == null) {
            return;
        }
        if (line instanceof Request request) {
            queue.add(request, now);
        } else if (line instanceof TimingMark mark) {
            queue.then(() -> {
                taken.run();
                connection.reply(mark.answer());
            });
        }
    }

    /** The other end has said all that it will say; it still hears the answers, unless it was a reset. */
    void endOfInput() {
        if (reset) {
            lost();
            return;
        }
        onOwnerThread(() -> {
            if (queue != null) {
                queue.then(() -> end(Departure.quit(null)));
            }
        });
    }

    /** The other end speaks another protocol: it is answered in that, and was never here if it has not been greeted. */
    void turnAway(byte[] answer) {
        onOwnerThread(() -> {
            if (queue == null) {
                connection.reply(answer);
                connection.sessionEnds();
                connection.close();
            } else {
                queue.then(() -> {
                    connection.reply(answer);
                    end(Departure.quit(null));
                });
            }
        });
    }

    /** The connection broke. What was being held up is not carried out any more. */
    void lost() {
        onOwnerThread(() -> end(Departure.LOST));
    }

    @Override
    public void hasRoom() {
        onOwnerThread(() -> {
            if (queue != null) {
                queue.resume();
            }
        });
    }

    @Override
    public void isBehind(boolean behind) {
        Session listener = session;
        if (listener == null) {
            return;
        }
        // At once: the owner thread may have much to say before it gets to another task.
        Crowd crowd = thread.chat().crowd();
        if (behind) {
            crowd.fallsBehind(listener);
        } else {
            crowd.catchesUp(listener);
        }
        onOwnerThread(crowd::letGoOn);
    }

    @Override
    public void isTooSlow() {
        onOwnerThread(() -> {
            Session reader = session;
            if (reader != null) {
                LOG.info("{} reads too slowly", connection);
                thread.chat().endTooSlow(reader);
            }
        });
    }

    @Override
    public void isReset() {
        reset = true;
        onReset.run();
        if (gate.isClosed()) {
            lost();
        }
    }

    /** What still comes has to wait from now on; but nobody waits for the lines of somebody who is gone without a word. */
    void isHeldUp() {
        if (reset) {
            lost();
        }
    }

    /** Whether nothing more is to be said, and so nothing more to be heard. */
    boolean isClosing() {
        return outbox.isClosing();
    }

    private void end(Departure departure) {
        Session ended = session;
        if (ended != null) {
            thread.chat().end(ended, departure);
        }
    }

    /** A fault ends the connection that it came with, and nothing else. */
    private void onOwnerThread(Runnable task) {
        thread.owner().execute(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                LOG.error("{} failed", connection, e);
                end(Departure.LOST);
                connection.close(); // where it had no session yet
            }
        });
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
