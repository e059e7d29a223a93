package dev.natter.server.net.fanout;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Outlet;

/**
 * A session's way out over a socket: renders what it is given and adds it to the sequence of the connection's event
 * loop, in which it finds its place among what the session's rooms hear. Owner thread only.
 */
public final class Connection implements Outlet {

    private final long id;
    private final String address;
    private final LoopFanOut fanOut;
    private final Outbox outbox;
    private final Runnable onSessionEnd;
    private WireFormat format = WireFormat.TEXT;
    private boolean closed;

    /** @param onSessionEnd called once when the session is over, though the socket stays open for a moment */
    public Connection(long id, String address, LoopFanOut fanOut, Outbox outbox, Runnable onSessionEnd) {
        this.id = id;
        this.address = address;
        this.fanOut = fanOut;
        this.outbox = outbox;
        this.onSessionEnd = onSessionEnd;
    }

    LoopFanOut fanOut() {
        return fanOut;
    }

    Outbox outbox() {
        return outbox;
    }

    @Override
    public void hear(Event event) {
        hear(Rendering.of(format, true).encode(event));
    }

    /** The same for what is encoded already, since others hear it too. */
    void hear(byte[] bytes) {
        fanOut.then(() -> outbox.tell(bytes), bytes.length);
    }

    @Override
    public void hearOwn(Event.Message message, boolean current) {
        reply(Rendering.of(format, current).encode(message));
    }

    @Override
    public void hearOwn(Event.PrivateMessage message) {
        reply(Rendering.ofOwn(format).encode(message));
    }

    @Override
    public void reply(Reply reply) {
        reply(Rendering.of(format, true).encode(reply));
    }

    /** Replies with bytes of no format, such as an answer to Telnet's own questions. */
    public void reply(byte[] bytes) {
        if (bytes.length > 0) {
            outbox.unsentReplies().raise(bytes.length);
            fanOut.then(() -> outbox.reply(bytes), bytes.length);
        }
    }

    @Override
    public boolean hasRoom() {
        return !outbox.unsentReplies().isFull();
    }

    @Override
    public void speak(WireFormat format) {
        this.format = format;
    }

    @Override
    public WireFormat format() {
        return format;
    }

    @Override
    public void sessionEnds() {
        onSessionEnd.run();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            fanOut.then(outbox::close);
        }
    }

    @Override
    public void closeWith(Event lastWords) {
        if (closed) {
            return;
        }
        closed = true;
        byte[] bytes = Rendering.of(format, true).encode(lastWords);
        fanOut.then(() -> outbox.endWith(bytes));
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String toString() {
        return "connection " + id + " (" + address + ")";
    }
}
