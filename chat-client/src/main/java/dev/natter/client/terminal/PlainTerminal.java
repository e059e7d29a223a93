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
import org.jline.utils.AttributedString;

/** A terminal that is only written to, line by line: a screen reader's, a dumb one, or none at all. */
public final class PlainTerminal implements Display {

    /** A frame of a terminal that nobody redraws. */
    private static final int ROWS = 60;

    private final PrintStream out;
    private final CompletableFuture<Void> broken = new CompletableFuture<>();

    /** @param out takes UTF-8 */
    public PlainTerminal(PrintStream out) {
        this.out = out;
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
        out.print('\u0007');
        out.flush();
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
            public void status(Status status) {}

            @Override
            public void clear() {}

            @Override
            public void timestamps(boolean on) {
                timestamps.turn(on);
            }
        };
    }
}
