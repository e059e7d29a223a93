package dev.natter.client.cli;

import dev.natter.client.reconnect.ReconnectListener;
import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.protocol.format.Format;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.name.RoomName;
import java.util.List;

/** Prints what is said, and nothing else. */
final class Sayings implements ReconnectListener {

    private final Output out;
    private final Format format;
    private final List<RoomName> rooms;

    /** @param rooms what is said in others is passed over, as one may be there for a moment; empty for all */
    Sayings(Output out, Format format, List<RoomName> rooms) {
        this.out = out;
        this.format = format;
        this.rooms = List.copyOf(rooms);
    }

    @Override
    public void onEvent(ReconnectingClient client, Event event) {
        boolean said = event instanceof Event.Message message
                ? rooms.isEmpty() || rooms.contains(message.room())
                : event instanceof Event.PrivateMessage;
        if (said) {
            out.print(format.encode(event));
        }
    }
}
