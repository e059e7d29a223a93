package dev.natter.client.reconnect;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps all states and replies that it hears, and the events of each kind that is asked for. */
final class RecordingReconnectListener implements ReconnectListener {

    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void onEvent(ReconnectingClient client, Event event) {
        alone(() -> events.add(event));
    }

    @Override
    public void onReply(ReconnectingClient client, Command command, Reply reply) {
        alone(() -> replies.add(reply));
    }

    @Override
    public void onState(ReconnectingClient client, ConnectionState state) {
        alone(() -> states.add(state));
    }

    private void alone(Runnable call) {
        if (calls.incrementAndGet() != 1) {
            throw new AssertionError("called while another call has not returned");
        }
        call.run();
        calls.decrementAndGet();
    }

    /** The next state, waited for, which has to be of this kind. */
    <S extends ConnectionState> S state(Class<S> kind) throws InterruptedException {
        return kind.cast(next(states));
    }

    Event event() throws InterruptedException {
        return next(events);
    }

    Reply reply() throws InterruptedException {
        return next(replies);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard within 10 s");
        }
        return next;
    }
}
