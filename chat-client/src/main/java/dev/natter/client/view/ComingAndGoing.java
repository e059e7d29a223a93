package dev.natter.client.view;

import static java.util.stream.Collectors.joining;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Join and leave notices in a row: the first few are shown as they come, the others become one line for each room, so that
 * a netsplit or a class that begins does not push away what was said.
 */
final class ComingAndGoing {

    /** In a row, until the others are held back. */
    private static final int SHOWN_SINGLY = 3;

    /** Whose names are told; the others are counted. */
    private static final int NAMES = 5;

    private int inARow;
    private final Map<RoomName, Tally> held = new LinkedHashMap<>();

    private static final class Tally {
        private int joined;
        private int left;
        private int online;
        private final List<Nick> who = new ArrayList<>();

        private void count(Nick nick, int nowOnline) {
            online = nowOnline;
            if (!who.contains(nick) && who.size() <= NAMES) {
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
        if (isShown()) {
            return false;
        }
        Tally tally = held.computeIfAbsent(left.room(), room -> new Tally());
        tally.left++;
        tally.count(left.nick(), left.online());
        return true;
    }

    private boolean isShown() {
        inARow++;
        return inARow <= SHOWN_SINGLY;
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    /** What was held back, in short: a sentence for each room. */
    List<String> take() {
        List<String> sentences = held.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .toList();
        held.clear();
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
        String names = tally.who.stream().limit(NAMES).map(Nick::toString).collect(joining(", "));
        String others = tally.who.size() > NAMES ? " and others" : "";
        return String.join(" and ", what) + " " + room + " (" + tally.online + " online): " + names + others;
    }
}
