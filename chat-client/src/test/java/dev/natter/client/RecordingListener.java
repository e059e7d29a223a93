package dev.natter.client;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ServerLine;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps all that it hears, replies in their place too. */
final class RecordingListener implements ChatListener {

    private final BlockingQueue<ServerLine> heard = new LinkedBlockingQueue<>();
    private volatile @Nullable Thread thread;

    @Override
    public void onEvent(ChatClient client, Event event) {
        thread = Thread.currentThread();
        heard.add(event);
    }

    @Override
    public void onReply(ChatClient client, Command command, Reply reply) {
        heard.add(reply);
    }

    /** The next line, waited for. */
    ServerLine next() throws InterruptedException {
        ServerLine line = heard.poll(10, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing was heard within 10 s");
        }
        return line;
    }

    /** The event loop's. */
    Thread thread() {
        Thread known = thread;
        if (known == null) {
            throw new AssertionError("nothing was heard so far");
        }
        return known;
    }
}
