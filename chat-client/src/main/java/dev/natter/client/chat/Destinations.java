package dev.natter.client.chat;

import dev.natter.client.reconnect.Endpoint;
import dev.natter.client.reconnect.Presence;

/** Where one can go: servers and favourites. */
@FunctionalInterface
public interface Destinations {

    /**
     * A server, and who to be there.
     *
     * @param name what to call it
     */
    record Destination(String name, Endpoint endpoint, Presence presence) {}

    /**
     * What a word means.
     *
     * @param word {@code HOST[:PORT]}, or the name of a favourite
     * @throws IllegalArgumentException if it means nothing; the message says why
     */
    Destination find(String word);
}
