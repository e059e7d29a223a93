package dev.natter.client.bench;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which messages of each sender one member has got: they are numbered from 0 and have to come in that order, once. */
final class Reception {

    private final Tally tally;

    /** One more than the highest number that has come, by sender. */
    private final int[] next;

    /** The numbers below that which have not come, by sender. Of a faultless server there are none. */
    private final @Nullable BitSet[] missing;

    Reception(int senders, Tally tally) {
        this.tally = tally;
        this.next = new int[senders];
        this.missing = new @Nullable BitSet[senders];
    }

    /** Counts a message. Returns whether it has come for the first time. */
    boolean take(int sender, int number) {
        if (number == next[sender]) {
            next[sender] = number + 1;
            tally.delivered++;
            return true;
        }
        return takeOutOfTurn(sender, number);
    }

    private boolean takeOutOfTurn(int sender, int number) {
        BitSet gaps = missing[sender];
        if (number > next[sender]) {
            if (gaps == null) {
                gaps = missing[sender] = new BitSet();
            }
            gaps.set(next[sender], number);
            next[sender] = number + 1;
        } else if (gaps != null && gaps.get(number)) {
            gaps.clear(number);
            tally.outOfOrder++;
        } else {
            tally.doubled++;
            return false;
        }
        tally.delivered++;
        return true;
    }

    /** How many have not come of those that the sender has sent. */
    long lost(int sender, int sent) {
        BitSet gaps = missing[sender];
        return (long) sent - next[sender] + (gaps == null ? 0 : gaps.cardinality());
    }
}
