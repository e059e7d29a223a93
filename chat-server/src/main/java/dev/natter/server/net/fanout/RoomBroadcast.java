package dev.natter.server.net.fanout;

import dev.natter.protocol.message.Event;
import dev.natter.server.core.Broadcast;
import dev.natter.server.core.Outlet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A room's members, by how its events read to them. Owner thread only. */
public final class RoomBroadcast implements Broadcast {

    private final Map<Rendering, Audience> audiences = new EnumMap<>(Rendering.class);

    /** Listeners that are no connections: the console. */
    private final List<Outlet> others = new ArrayList<>(0);

    @Override
    public void add(Outlet member, boolean current) {
        if (member instanceof Connection connection) {
            audience(connection, current).add(connection);
        } else {
            others.add(member);
        }
    }

    @Override
    public void remove(Outlet member, boolean current) {
        if (member instanceof Connection connection) {
            audience(connection, current).remove(connection);
        } else {
            others.remove(member);
        }
    }

    @Override
    public void send(Event event, @Nullable Outlet except) {
        Connection silent = except instanceof Connection connection ? connection : null;
        audiences.values().forEach(audience -> audience.send(event, silent));
        for (Outlet other : others) {
            if (other != except) {
                other.hear(event);
            }
        }
    }

    @Override
    public boolean isBehind() {
        for (Audience audience : audiences.values()) {
            if (audience.isBehind()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void tell(Event event, Collection<Outlet> listeners) {
        Map<Rendering, byte[]> encoded = new EnumMap<>(Rendering.class);
        for (Outlet listener : listeners) {
            if (listener instanceof Connection connection) {
                Rendering rendering = Rendering.of(connection.format(), true);
                connection.hear(encoded.computeIfAbsent(rendering, how -> how.encode(event)));
            } else {
                listener.hear(event);
            }
        }
    }

    private Audience audience(Connection connection, boolean current) {
        return audiences.computeIfAbsent(Rendering.of(connection.format(), current), Audience::new);
    }
}
