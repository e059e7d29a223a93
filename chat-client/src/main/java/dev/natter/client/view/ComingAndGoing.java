package dev.natter.client.view;

import static java.util.stream.Collectors.joining;

import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices of who comes, goes and takes another name, in a row: the first few are shown as they come, the others become one
 * line for each room, so that a class that begins does not push away what was said. Screen thread only.
 */
final class ComingAndGoing {

    /** In a row, until the others are held back. */
    private static final int SHOWN_SINGLY = 3;

    /** Whose names are told; the others are counted. */
    private static final int NAMES = 5;

    /** So many are followed through other names. */
    private static final int FOLLOWED = 500;

    private int inARow;
    private final Map<RoomName, Tally> held = new LinkedHashMap<>();
    private final List<String> renamings = new ArrayList<>();

    private static final class Tally {
        private int joined;
        private int left;
        private int online;
        private final List<Nick> who = new ArrayList<>();

        private void count(Nick nick, int nowOnline) {
            online = nowOnline;
            if (who.size() < FOLLOWED && !who.contains(nick)) {
                who.add(nick);
            }
        }
    }

    /** Whether a notice is held back, rather than to be shown now. */
    boolean holds(Event.Joined joined) {
        if (isShown()) {
            return false;
        }
        Tally tally = held.computeIfAbsent(joined.room(), room -> new Tally());
        tally.joined++;
        tally.count(joined.nick(), joined.online());
        return true;
    }

    /** The same for a leave notice. */
    boolean holds(Event.Left left) {
        // Who was thrown out, by whom and why, is worth a line.
        if (left.departure().cause() == Departure.Cause.KILLED || isShown()) {
            return false;
        }
        Tally tally = held.computeIfAbsent(left.room(), room -> new Tally());
        tally.left++;
        tally.count(left.nick(), left.online());
        return true;
    }

    /** The same for another name: who has just come is told of by that name at once. */
    boolean holds(Event.Renamed renamed) {
        if (isShown()) {
            return false;
        }
        List<Tally> newcomers = held.values().stream()
                .filter(tally -> tally.who.contains(renamed.was()))
                .toList();
        newcomers.forEach(tally -> tally.who.replaceAll(nick -> nick.equals(renamed.was()) ? renamed.nick() : nick));
        if (newcomers.isEmpty() && renamings.size() <= NAMES) {
            renamings.add(renamed.was() + " is now " + renamed.nick());
        }
        return true;
    }

    private boolean isShown() {
        inARow++;
        return inARow <= SHOWN_SINGLY;
    }

    /** What was held back, in short: a sentence for each room. */
    List<String> take() {
        List<String> sentences = new ArrayList<>();
        held.forEach((room, tally) -> sentences.add(sentence(room, tally)));
        if (!renamings.isEmpty()) {
            sentences.add(firstOf(renamings));
        }
        held.clear();
        renamings.clear();
        return sentences;
    }

    /** Something else was shown: what comes next is no longer in a row with what came before. */
    void interrupted() {
        inARow = 0;
    }

    private static String sentence(RoomName room, Tally tally) {
        List<String> what = new ArrayList<>();
        if (tally.joined > 0) {
            what.add(tally.joined + " joined");
        }
        if (tally.left > 0) {
            what.add(tally.left + " left");
        }
        return String.join(" and ", what) + " " + room + " (" + tally.online + " online): " + firstOf(tally.who);
    }

    private static String firstOf(List<?> all) {
        String first =
                all.stream().distinct().limit(NAMES).map(Object::toString).collect(joining(", "));
        return all.size() > NAMES ? first + " and others" : first;
    }
}
