package dev.natter.server.net.fanout;

import dev.natter.protocol.message.Event;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one room who are to get the same bytes. What they hear is encoded once, whatever their number, and
 * goes to each event loop that has some of them. Owner thread only.
 */
final class Audience {

    /** One event loop's members, and how many there are; the loop itself learns of them a little later. */
    private static final class Part {
        final LoopAudience members;
        int size;

        Part(LoopFanOut loop) {
            this.members = new LoopAudience(loop);
        }
    }

    private final Rendering rendering;
    private final Map<LoopFanOut, Part> parts = new HashMap<>(2);

    Audience(Rendering rendering) {
        this.rendering = rendering;
    }

    void add(Connection member) {
        Part part = parts.computeIfAbsent(member.fanOut(), Part::new);
        part.size++;
        member.fanOut().then(() -> part.members.join(member.outbox()));
    }

    void remove(Connection member) {
        Part part = parts.get(member.fanOut());
        if (part == null) {
            return;
        }
        if (--part.size == 0) {
            parts.remove(member.fanOut());
        }
        member.fanOut().then(() -> part.members.leave(member.outbox()));
    }

    void send(Event event, @Nullable Connection except) {
        if (parts.isEmpty()) {
            return;
        }
        byte[] bytes = rendering.encode(event);
        parts.forEach((loop, part) -> {
            Outbox silent = except != null && except.fanOut() == loop ? except.outbox() : null;
            loop.then(() -> part.members.say(bytes, silent));
        });
    }
}
