package dev.natter.client.bench;

import dev.natter.protocol.command.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rooms full of members, some of which speak: lets a load go, and checks that all came to all. Event loop only. */
final class Traffic extends Scenario implements Load.Stage {

    private final Crowd crowd;
    private final Crew crew = new Crew();
    private final Member[] members;
    private final List<Sender> senders = new ArrayList<>();
    private final Load load;

    Traffic(Crowd crowd, Function<Load.Stage, Load> load) {
        super(crowd.connections());
        this.crowd = crowd;
        this.members = new Member[crowd.connections()];
        this.load = load.apply(this);
    }

    @Override
    Connection connection(int number, Connection.Watcher watcher) {
        String format = crowd.format() == WireFormat.JSON ? "FORMAT JSON\n" : "";
        // Not in the lobby too, where they would disturb others, and others them.
        String hello = format + "JOIN #bench-" + crew.name + "-" + number % crowd.rooms() + "\nLEAVE #lobby\n";
        members[number] = new Member(crew, watcher, hello, crowd, load);
        return members[number].connection();
    }

    @Override
    public void opened() {
        for (int room = 0; room < crowd.rooms(); room++) {
            seat(membersOf(room));
        }
        load.begin(senders, this::end);
    }

    private List<Member> membersOf(int room) {
        List<Member> inRoom = new ArrayList<>();
        for (int i = room; i < members.length; i += crowd.rooms()) {
            inRoom.add(members[i]);
        }
        return inRoom;
    }

    private void seat(List<Member> inRoom) {
        int first = senders.size();
        int last = inRoom.size() - 1;
        Sender[] here = new Sender[Math.min(crowd.senders(), inRoom.size())];
        for (int i = 0; i < here.length; i++) {
            Member observer = inRoom.get(i == last ? last - 1 : last);
            here[i] = new Sender(first + i, inRoom.get(i), observer, crowd.size());
        }
        senders.addAll(List.of(here));
        inRoom.forEach(member -> member.listenTo(here, first));
    }

    /**
     * In two rounds: when all senders have an answer to a PING, all that they have said is on its way to everyone, and so
     * comes before the answer to a PING that anyone sends from then on.
     */
    @Override
    public void settle(Runnable task) {
        List<Member> speaking = senders.stream().map(Sender::member).toList();
        pingAll(speaking, () -> pingAll(List.of(members), task));
    }

    private static void pingAll(List<Member> pinged, Runnable task) {
        int[] awaited = {pinged.size()};
        for (Member member : pinged) {
            member.connection().ping(() -> {
                if (--awaited[0] == 0) {
                    task.run();
                }
            });
        }
    }

    private void end() {
        long lost = 0;
        for (Member member : members) {
            lost += member.lost();
        }
        Report.Builder report = new Report.Builder()
                .count("connections", "connections", connections())
                .count("rooms", "rooms", crowd.rooms())
                .count("senders", "senders", senders.size())
                .count("size", "bytes of a text", crowd.size());
        load.report(report);
        done(report.fault("lost", "lost", lost)
                .fault("doubled", "doubled", crew.tally.doubled)
                .fault("outOfOrder", "out of order", crew.tally.outOfOrder)
                .fault("strayed", "strayed", crew.tally.strayed)
                .build());
    }

    @Override
    public void refused(String why) {
        breakOff(BenchException.because("cannot open " + connections() + " connections: " + why));
    }

    @Override
    public void lost(String why) {
        breakOff(BenchException.because("a connection was lost: " + why));
    }

    @Override
    public Tally tally() {
        return crew.tally;
    }
}
