package dev.natter.client.chat;

import dev.natter.client.reconnect.Destination;

/** Where one can go: servers and favourites. */
@FunctionalInterface
public interface Destinations {

    /**
     * What a word means.
     *
     * @param word {@code HOST[:PORT]}, or the name of a favourite
     * @throws IllegalArgumentException if it means nothing; the message says why
     */
    Destination find(String word);
}
