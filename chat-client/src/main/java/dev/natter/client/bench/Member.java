package dev.natter.client.bench;

import dev.natter.protocol.command.WireFormat;
import org.jspecify.annotations.Nullable;

/** A member of a room: checks each delivery. Event loop only. */
final class Member implements Connection.Hearer {

    private final Connection connection;
    private final Load load;
    private final Tally tally;

    /** How far before a line's end its text begins. */
    private final int textFromEnd;

    private Sender[] senders = {};
    private int firstSender;
    private @Nullable Reception reception;

    /** @param hello what to send first, up to and including the JOIN */
    Member(Crew crew, Connection.Watcher watcher, String hello, Crowd crowd, Load load) {
        this.connection = new Connection(crew, watcher, hello, this);
        this.load = load;
        this.tally = crew.tally;
        // From the end, since what stands before a text differs in length; in JSON "} stands behind it.
        this.textFromEnd = crowd.size() + (crowd.format() == WireFormat.JSON ? 2 : 0);
    }

    Connection connection() {
        return connection;
    }

    /**
     * Tells who will speak.
     *
     * @param firstSender the number of the room's first sender among all senders
     */
    void listenTo(Sender[] senders, int firstSender) {
        this.senders = senders;
        this.firstSender = firstSender;
        this.reception = new Reception(senders.length, tally);
    }

    @Override
    public boolean hear(byte[] bytes, int from, int to) {
        int at = to - textFromEnd;
        if (at < from || !Stamp.isAt(bytes, at)) {
            return false;
        }
        int index = Stamp.sender(bytes, at) - firstSender;
        int number = Stamp.number(bytes, at);
        Reception reception = this.reception;
        if (reception == null || index < 0 || index >= senders.length || !isFor(senders[index], number)) {
            tally.strayed++;
        } else if (reception.take(index, number)) {
            load.heard(this, senders[index], number);
        }
        return true;
    }

    private boolean isFor(Sender sender, int number) {
        return sender.member() != this && number < sender.sent();
    }

    /** How many deliveries should have come and have not. */
    long lost() {
        long lost = 0;
        for (int i = 0; i < senders.length && reception != null; i++) {
            lost += senders[i].member() == this ? 0 : reception.lost(i, senders[i].sent());
        }
        return lost;
    }
}
