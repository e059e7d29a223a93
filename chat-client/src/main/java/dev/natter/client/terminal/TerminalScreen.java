package dev.natter.client.terminal;

import dev.natter.client.chat.Screen;
import dev.natter.client.chat.Status;
import dev.natter.client.view.Feed;
import dev.natter.client.view.Item;
import dev.natter.client.view.Timestamps;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A screen with a prompt at the bottom, and what is heard above it. */
public final class TerminalScreen implements Screen {

    private final LineTerminal terminal;
    private final Feed feed;
    private final Timestamps timestamps;

    /** The newest that the prompt does not show yet; null if it does. */
    private final AtomicReference<@Nullable Supplier<Status>> next = new AtomicReference<>();

    public TerminalScreen(LineTerminal terminal, Feed feed, Timestamps timestamps) {
        this.terminal = terminal;
        this.feed = feed;
        this.timestamps = timestamps;
    }

    @Override
    public void show(Item item, boolean ring) {
        feed.show(item, ring);
    }

    @Override
    public void status(Supplier<Status> status) {
        if (next.getAndSet(status) == null) {
            feed.run(this::showNext);
        }
    }

    private void showNext() {
        Supplier<Status> status = next.getAndSet(null);
        if (status != null) {
            terminal.prompt(status.get().prompt());
        }
    }

    @Override
    public void clear() {
        feed.run(terminal::clear);
    }

    @Override
    public void timestamps(boolean on) {
        timestamps.turn(on);
    }
}
