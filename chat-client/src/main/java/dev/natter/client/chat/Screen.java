package dev.natter.client.chat;

import dev.natter.client.view.Item;
import java.util.function.Supplier;

/** What a person sees. Any thread; nothing of it blocks. */
public interface Screen {

    /**
     * Shows something.
     *
     * @param ring whether the bell is rung for it
     */
    void show(Item item, boolean ring);

    /** Draws the prompt anew, soon: what it is to tell is asked then. */
    void status(Supplier<Status> status);

    void clear();

    void timestamps(boolean on);
}
