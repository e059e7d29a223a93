package dev.natter.client.reconnect;

import dev.natter.client.ConnectionException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a connection that comes back fares. */
public sealed interface ConnectionState {

    /**
     * In the rooms; what was kept is being sent.
     *
     * @param rooms in the order of joining
     * @param room the current one
     * @param online how many are in that
     * @param again whether it is not the first time
     * @param remarks sentences, without a full stop, about what is not as it was wanted; safe to show on a terminal
     */
    record Connected(Nick nick, List<RoomName> rooms, RoomName room, int online, boolean again, List<String> remarks)
            implements ConnectionState {
        public Connected {
            rooms = List.copyOf(rooms);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Lost, or not got again; the next attempt follows.
     *
     * @param delay until then
     */
    record Waiting(ConnectionException why, Duration delay) implements ConnectionState {}

    /** An attempt to get it back is being made. */
    record Connecting() implements ConnectionState {}

    /**
     * For good.
     *
     * @param why null if this side wanted it
     */
    record Ended(@Nullable ConnectionException why) implements ConnectionState {}
}
