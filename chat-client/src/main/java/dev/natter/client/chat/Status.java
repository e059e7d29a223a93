package dev.natter.client.chat;

import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt tells.
 *
 * @param nick null before there is one
 * @param room null before there is one
 * @param connected whether there is a connection
 * @param waiting how many lines that were typed, or are left of a paste, are not answered yet
 * @param of how many lines a paste has that is on its way; 0 for none
 */
public record Status(@Nullable Nick nick, @Nullable RoomName room, boolean connected, int waiting, int of) {

    /** Before the first connection. */
    static final Status NOWHERE = new Status(null, null, false, 0, 0);

    /** Such as {@code [alice #dev]}, {@code [alice #dev, sent 120 of 500]}, {@code [alice #dev, offline, 2 kept]}. */
    public String prompt() {
        StringBuilder prompt = new StringBuilder("[");
        if (nick != null) {
            prompt.append(nick).append(' ').append(room);
        } else {
            prompt.append("natter");
        }
        if (!connected) {
            prompt.append(", offline");
        }
        if (of > 0) {
            prompt.append(", sent ").append(of - waiting).append(" of ").append(of);
        } else if (!connected && waiting > 0) {
            prompt.append(", ").append(waiting).append(" kept");
        }
        return prompt.append("] ").toString();
    }
}
