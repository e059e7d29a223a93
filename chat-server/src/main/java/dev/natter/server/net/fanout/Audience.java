package dev.natter.server.net.fanout;

import dev.natter.protocol.message.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of one room who are to get the same bytes. What they hear is encoded once, whatever their number, and
 * goes to each event loop that has some of them. Owner thread only.
 */
final class Audience {

    /** One event loop's members, and how many there are; the loop itself learns of them a little later. */
    private static final class Part {
        final LoopFanOut loop;
        final LoopAudience members;
        int size;

        Part(LoopFanOut loop) {
            this.loop = loop;
            this.members = new LoopAudience(loop);
        }
    }

    private final Rendering rendering;

    /** There are no more than event loops, so that looking at each is the fastest way to find one. */
    private final List<Part> parts = new ArrayList<>(1);

    Audience(Rendering rendering) {
        this.rendering = rendering;
    }

    void add(Connection member) {
        Part part = part(member.fanOut());
        if (part == null) {
            part = new Part(member.fanOut());
            parts.add(part);
        }
        part.size++;
        LoopAudience members = part.members;
        part.loop.then(() -> members.join(member.outbox()));
    }

    void remove(Connection member) {
        Part part = part(member.fanOut());
        if (part == null) {
            return;
        }
        if (--part.size == 0) {
            parts.remove(part);
        }
        part.loop.then(() -> part.members.leave(member.outbox()));
    }

    private @Nullable Part part(LoopFanOut loop) {
        for (Part part : parts) {
            if (part.loop == loop) {
                return part;
            }
        }
        return null;
    }

    /** Whether one of the loops is behind. */
    boolean isBehind() {
        for (Part part : parts) {
            if (part.loop.isBehind()) {
                return true;
            }
        }
        return false;
    }

    void send(Event event, @Nullable Connection except) {
        if (parts.isEmpty()) {
            return;
        }
        byte[] bytes = rendering.encode(event);
        for (Part part : parts) {
            Outbox silent = except != null && except.fanOut() == part.loop ? except.outbox() : null;
            part.loop.then(() -> part.members.say(bytes, silent), bytes.length);
        }
    }
}
