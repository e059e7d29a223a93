package dev.natter.client.reconnect;

import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who one wants to be on a server, and where.
 *
 * @param nick null to stay a guest
 * @param rooms in the order of joining, the last becomes current; empty to stay in the lobby
 */
public record Presence(@Nullable Nick nick, List<RoomName> rooms) {
    public Presence {
        rooms = List.copyOf(rooms);
    }
}
