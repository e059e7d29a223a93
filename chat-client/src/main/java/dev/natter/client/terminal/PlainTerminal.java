package dev.natter.client.terminal;

import dev.natter.client.chat.Screen;
import dev.natter.client.chat.Status;
import dev.natter.client.view.Display;
import dev.natter.client.view.Feed;
import dev.natter.client.view.Item;
import dev.natter.client.view.Timestamps;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** A terminal that is only written to, line by line: a screen reader's, a dumb one, or none at all. */
public final class PlainTerminal implements Display {

    /** A frame of a terminal that nobody redraws. */
    private static final int ROWS = 60;

    private final PrintStream out;
    private final boolean audible;
    private final CompletableFuture<Void> broken = new CompletableFuture<>();

    /**
     * Writes to a stream that takes UTF-8.
     *
     * @param audible whether it is a terminal, which has a bell
     */
    public PlainTerminal(PrintStream out, boolean audible) {
        this.out = out;
        this.audible = audible;
    }

    /** Done when something could not be written. */
    public CompletableFuture<Void> broken() {
        return broken;
    }

    @Override
    public void draw(List<AttributedString> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row).append('\n'));
        out.print(text);
        if (out.checkError()) {
            broken.complete(null);
        }
    }

    @Override
    public void ring() {
        if (audible) {
            out.print('\u0007');
            out.flush();
        }
    }

    @Override
    public int columns() {
        return 0;
    }

    @Override
    public int rows() {
        return ROWS;
    }

    /** The screen that it is; there is no prompt, and what was written stays. */
    public static Screen screen(Feed feed, Timestamps timestamps) {
        return new Screen() {
            @Override
            public void show(Item item, boolean ring) {
                feed.show(item, ring);
            }

            @Override
            public void status(Supplier<Status> status) {}

            @Override
            public void clear() {}

            @Override
            public void timestamps(boolean on) {
                timestamps.turn(on);
            }
        };
    }
}
