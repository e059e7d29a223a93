package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.message.Event;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A room's way out without a network. It insists on what every broadcast may rely on. */
final class RecordingBroadcast implements Broadcast {

    private final Map<Outlet, Boolean> members = new LinkedHashMap<>();
    private int sent;
    private boolean behind;

    /** How many events it was given. */
    int sent() {
        return sent;
    }

    int size() {
        return members.size();
    }

    @Override
    public void add(Outlet member, boolean current) {
        assertThat(members.put(member, current))
                .as("%s was no member yet", member)
                .isNull();
    }

    @Override
    public void remove(Outlet member, boolean current) {
        assertThat(members.remove(member)).as("%s was a member", member).isEqualTo(current);
    }

    @Override
    public boolean isBehind() {
        return behind;
    }

    /** Says from here on that much has yet to be sent, or that no longer. */
    void isBehind(boolean now) {
        behind = now;
    }

    @Override
    public void tell(Event event, Collection<Outlet> listeners) {
        listeners.forEach(listener -> listener.hear(event));
    }

    @Override
    public void send(Event event, @Nullable Outlet except) {
        sent++;
        members.forEach((member, current) -> {
            if (member == except) {
                return;
            }
            if (member instanceof RecordingOutlet recording) {
                recording.hear(event, current);
            } else {
                member.hear(event);
            }
        });
    }
}
