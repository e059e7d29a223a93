package dev.natter.client.chat;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Who is in one's rooms and which rooms there are, as far as that was heard: for completion. Large rooms do not announce who
 * comes and goes, so it may be out of date. Any thread.
 */
public final class Roster {

    /** For each room; more names than that nobody completes from. */
    private static final int MAX_MEMBERS = 20_000;

    private final Map<RoomName, Set<Nick>> members = new LinkedHashMap<>();
    private final Set<RoomName> rooms = new LinkedHashSet<>();

    /** Who has left, or has another name now. */
    private final Set<Nick> seen = new HashSet<>();

    private RoomName here = RoomName.LOBBY;
    private volatile Supplier<CompletableFuture<?>> refresh = () -> CompletableFuture.completedFuture(null);

    synchronized void clear() {
        members.clear();
        rooms.clear();
        seen.clear();
    }

    synchronized void heard(Event event) {
        if (event instanceof Event.Message message) {
            add(message.room(), message.from());
        } else if (event instanceof Event.Joined joined) {
            add(joined.room(), joined.nick());
        } else if (event instanceof Event.Left left) {
            remember(left.nick());
            members.computeIfPresent(left.room(), (room, nicks) -> {
                nicks.remove(left.nick());
                return nicks;
            });
        } else if (event instanceof Event.Renamed renamed) {
            remember(renamed.was());
            members.values().stream()
                    .filter(nicks -> nicks.remove(renamed.was()))
                    .forEach(nicks -> nicks.add(renamed.nick()));
        }
    }

    private void remember(Nick gone) {
        if (seen.size() < MAX_MEMBERS) {
            seen.add(gone);
        }
    }

    /** Who speaks last is completed first. */
    private void add(RoomName room, Nick nick) {
        rooms.add(room);
        Set<Nick> nicks = members.computeIfAbsent(room, any -> new LinkedHashSet<>());
        nicks.remove(nick);
        if (nicks.size() < MAX_MEMBERS) {
            nicks.add(nick);
        }
    }

    synchronized void answered(Reply reply) {
        if (reply instanceof Reply.Members list) {
            members.put(
                    list.room(),
                    new LinkedHashSet<>(
                            list.nicks().subList(0, Math.min(list.nicks().size(), MAX_MEMBERS))));
            rooms.add(list.room());
        } else if (reply instanceof Reply.Rooms list) {
            rooms.clear();
            list.rooms().forEach(room -> rooms.add(room.room()));
        }
    }

    synchronized void left(Collection<RoomName> stillIn) {
        members.keySet().retainAll(stillIn);
    }

    /** Tells how to ask the server which rooms there are. */
    void refreshBy(Supplier<CompletableFuture<?>> asking) {
        refresh = asking;
    }

    /** Asks the server which rooms there are; done when it has answered. */
    public CompletableFuture<?> refresh() {
        return refresh.get();
    }

    /** Tells which room is current. */
    synchronized void here(RoomName room) {
        here = room;
    }

    /** All who are known; those of the current room first, and who spoke last before the others. */
    public synchronized List<Nick> nicks() {
        Set<Nick> nicks = new LinkedHashSet<>();
        addBackwards(members.getOrDefault(here, Set.of()), nicks);
        members.values().forEach(each -> addBackwards(each, nicks));
        return List.copyOf(nicks);
    }

    private static void addBackwards(Set<Nick> from, Set<Nick> to) {
        Nick[] nicks = from.toArray(new Nick[0]);
        for (int i = nicks.length - 1; i >= 0; i--) {
            to.add(nicks[i]);
        }
    }

    /** All rooms that are known, by name. */
    public synchronized List<RoomName> rooms() {
        Set<RoomName> sorted = new TreeSet<>(Comparator.comparing(RoomName::toString));
        sorted.addAll(rooms);
        sorted.addAll(members.keySet());
        return List.copyOf(sorted);
    }

    /** Whether somebody is or was there by that name. */
    synchronized boolean hasSeen(Nick nick) {
        return seen.contains(nick) || members.values().stream().anyMatch(nicks -> nicks.contains(nick));
    }
}
