package dev.natter.client.chat;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.name.Nick;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whose words are not to be seen. Any thread. */
final class Ignored {

    private final Set<Nick> nicks = new LinkedHashSet<>();

    /** Whether the nick is ignored now; it was not before, or the other way round. */
    synchronized boolean toggle(Nick nick) {
        return nicks.add(nick) || !nicks.remove(nick);
    }

    synchronized List<Nick> all() {
        return List.copyOf(nicks);
    }

    /** Whether something is not to be seen. Who takes another name is ignored by that. */
    synchronized boolean covers(Event event) {
        if (event instanceof Event.Message message) {
            return nicks.contains(message.from());
        }
        if (event instanceof Event.PrivateMessage message) {
            return nicks.contains(message.from());
        }
        if (event instanceof Event.Renamed renamed && nicks.remove(renamed.was())) {
            nicks.add(renamed.nick());
        }
        return false;
    }
}
