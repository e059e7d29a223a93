package dev.natter.client.bench;

import dev.natter.protocol.command.WireFormat;

/**
 * Who is there, and what they say.
 *
 * @param connections at least two for each room
 * @param rooms over which the connections are spread evenly; each of them a room of its own, not the lobby
 * @param senders how many in each room speak; where it has fewer members, all of them
 * @param size of a text, in bytes: from {@link #MIN_SIZE} to {@link #MAX_SIZE}
 * @param format what all of them ask the server to speak
 */
public record Crowd(int connections, int rooms, int senders, int size, WireFormat format) {

    /** What it takes to say whose message it is, and which. */
    public static final int MIN_SIZE = Stamp.LENGTH;

    /** What a server allows. */
    public static final int MAX_SIZE = 2000;

    /** @throws IllegalArgumentException if there are not two members for each room */
    public Crowd {
        if (connections < 2 * rooms) {
            throw new IllegalArgumentException(
                    "a room needs two members or more: " + connections + " are too few for " + rooms);
        }
    }
}
