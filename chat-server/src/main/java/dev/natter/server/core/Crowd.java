package dev.natter.server.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Who is momentarily behind with reading, and who waits for them: whoever speaks to somebody who is behind says no more
 * than a line a second until they have caught up. So a burst throws nobody out who reads as fast as their line allows,
 * and people who type hardly notice. Owner thread only, unless a method says otherwise.
 */
public final class Crowd {

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    /** What somebody waits for, and since when. */
    private record Wait(BooleanSupplier reason, Instant since) {

        Wait and(Wait another) {
            return new Wait(() -> reason.getAsBoolean() || another.reason.getAsBoolean(), since);
        }
    }

    private final Clock clock;
    private final Set<Session> behind = ConcurrentHashMap.newKeySet();
    private final Map<Session, Wait> waiting = new LinkedHashMap<>();

    Crowd(Clock clock) {
        this.clock = clock;
    }

    /** Any thread. To be followed by {@link #letGoOn} when this changes, and every second while it does not. */
    public void fallsBehind(Session listener) {
        behind.add(listener);
    }

    /** Any thread. To be followed by {@link #letGoOn}. */
    public void catchesUp(Session listener) {
        behind.remove(listener);
    }

    /** Lets all go on who have no reason to wait any more, or have waited for a second. */
    public void letGoOn() {
        if (waiting.isEmpty()) {
            return;
        }
        Instant longAgo = clock.instant().minus(MAX_WAIT);
        // Whoever goes on may have to wait again at once.
        List.copyOf(waiting.entrySet()).forEach(entry -> {
            Wait wait = entry.getValue();
            if (!wait.since().isAfter(longAgo) || !wait.reason().getAsBoolean()) {
                if (waiting.remove(entry.getKey(), wait)) {
                    entry.getKey().goOn();
                }
            }
        });
    }

    /** The session has spoken in this room. */
    void spoke(Session speaker, Room room) {
        if (isBehind(room)) {
            letWait(speaker, () -> isBehind(room));
        }
    }

    /** The session has spoken to somebody. */
    void spoke(Session speaker, Session listener) {
        if (isBehind(listener)) {
            letWait(speaker, () -> isBehind(listener));
        }
    }

    /** The session has ended: it waits for nobody, and nobody for it. */
    void forget(Session session) {
        waiting.remove(session);
        behind.remove(session);
        letGoOn();
    }

    private void letWait(Session speaker, BooleanSupplier reason) {
        speaker.waitBeforeTheNext();
        waiting.merge(speaker, new Wait(reason, clock.instant()), Wait::and);
    }

    private boolean isBehind(Session listener) {
        return !behind.isEmpty() && behind.contains(listener) && !listener.isGone();
    }

    private boolean isBehind(Room room) {
        return room.broadcast().isBehind()
                || (!behind.isEmpty() && behind.stream().anyMatch(listener -> listener.isIn(room)));
    }
}
