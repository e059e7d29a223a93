package dev.natter.server.console;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.format.Format;
import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Outlet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the terminal. What does not fit while the terminal is stopped (Ctrl-S) is not shown. Owner thread only. */
final class ConsoleOutlet implements Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleOutlet.class);

    /** More than anyone reads who comes back to a stopped terminal. */
    private static final int MAX_WAITING = 10_000;

    private static final long FLUSH_MILLIS = 500;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread writer;
    private WireFormat format = WireFormat.TEXT;

    ConsoleOutlet(OutputStream out) {
        writer = new Thread(() -> write(out), "natter-console-out");
        writer.setDaemon(true);
        writer.start();
    }

    private void write(OutputStream out) {
        try {
            for (byte[] bytes = waiting.take(); bytes != END; bytes = waiting.take()) {
                out.write(bytes);
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug("the console's output failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all has been written, or a moment has passed. Any thread. */
    void flush() {
        try {
            if (waiting.offer(END, FLUSH_MILLIS, TimeUnit.MILLISECONDS)) {
                writer.join(FLUSH_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(byte[] bytes) {
        boolean shown = waiting.offer(bytes);
        if (!shown) {
            LOG.debug("the console's terminal is stopped");
        }
    }

    @Override
    public void hear(Event event) {
        show(format(Perspective.HERE).encode(event));
    }

    @Override
    public void hearOwn(Event.Message message, boolean current) {
        hear(message);
    }

    @Override
    public void hearOwn(Event.PrivateMessage message) {
        show(format(Perspective.SENDER).encode(message));
    }

    @Override
    public void reply(Reply reply) {
        show(format(Perspective.HERE).encode(reply));
    }

    private Format format(Perspective perspective) {
        return Format.of(format, perspective);
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void speak(WireFormat newFormat) {
        format = newFormat;
    }

    @Override
    public WireFormat format() {
        return format;
    }

    @Override
    public void sessionEnds() {}

    @Override
    public void close() {}

    @Override
    public void closeWith(Event lastWords) {
        hear(lastWords);
    }

    @Override
    public String address() {
        return "console";
    }

    @Override
    public String toString() {
        return "console";
    }
}
