package dev.natter.client.chat;

import dev.natter.client.view.Item;

/** What a person sees. Any thread; nothing of it blocks. */
public interface Screen {

    /**
     * Shows something.
     *
     * @param ring whether the bell is rung for it
     */
    void show(Item item, boolean ring);

    void status(Status status);

    void clear();

    void timestamps(boolean on);
}
