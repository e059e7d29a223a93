package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens in whatever order and in however large drains: each connection gets exactly what a model says that
 * just appends each line to the list of each listener.
 */
final class FanOutModelTest {

    private static final int AUDIENCES = 3;
    private static final int MEMBERS = 5;
    private static final int STEPS = 2_000;

    private final OneLoop loop = new OneLoop();
    private final List<LoopAudience> audiences = new ArrayList<>();
    private final List<Set<Member>> listeners = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final Map<Member, StringBuilder> expected = new HashMap<>();
    private final Map<Member, StringBuilder> heard = new HashMap<>();
    private int lines;

    FanOutModelTest() {
        for (int i = 0; i < AUDIENCES; i++) {
            audiences.add(new LoopAudience(loop.fanOut()));
            listeners.add(new HashSet<>());
        }
        for (int i = 0; i < MEMBERS; i++) {
            connect();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyoneHearsWhatTheModelSays(long seed) {
        Random random = new Random(seed);
        if (seed % 2 == 0) {
            members.forEach(member -> member.socket().takesLittleAtOnce());
        }
        int usualDrain = 1 + random.nextInt(60);
        for (int i = 0; i < STEPS; i++) {
            step(random);
            if (random.nextInt(usualDrain) == 0) {
                loop.drains();
                members.forEach(this::assertNothingIsOutOfPlace);
            }
        }
        loop.drains();
        members.forEach(member -> member.socket().otherEndReadsAll());
        for (Member member : members) {
            assertThat(expected.get(member)).hasToString(heard(member));
            assertThat(Buffers.areReleased(member.socket().takeWrites())).isTrue();
        }
    }

    private void step(Random random) {
        int room = random.nextInt(AUDIENCES);
        Member member = members.get(random.nextInt(MEMBERS));
        switch (random.nextInt(12)) {
            case 0, 1 -> join(room, member);
            case 2 -> leave(room, member);
            case 3 -> {
                // As when the format or the current room changes: out and in again at once.
                leave(room, member);
                join(room, member);
            }
            case 4 -> tell(member);
            case 5, 6 -> reply(member);
            case 7 -> say(room, null);
            case 8 -> slowDown(random, member);
            default -> say(room, member);
        }
        if (random.nextInt(100) == 0) {
            end(member);
        }
    }

    private void connect() {
        Member member = loop.member();
        members.add(member);
        expected.put(member, new StringBuilder());
    }

    private void join(int room, Member member) {
        if (listeners.get(room).add(member)) {
            member.joins(audiences.get(room));
        }
    }

    private void leave(int room, Member member) {
        if (listeners.get(room).remove(member)) {
            member.leaves(audiences.get(room));
        }
    }

    /** Says a line to everyone but the speaker, who need not be there: then nobody misses it. */
    private void say(int room, @Nullable Member speaker) {
        String line = nextLine();
        LoopAudience audience = audiences.get(room);
        loop.fanOut().then(() -> audience.say(line.getBytes(UTF_8), speaker == null ? null : speaker.outbox()));
        for (Member listener : listeners.get(room)) {
            if (listener != speaker) {
                expected.get(listener).append(line);
            }
        }
    }

    private void tell(Member member) {
        String line = nextLine();
        member.isTold(line);
        expected.get(member).append(line);
    }

    private void reply(Member member) {
        String line = nextLine();
        member.gets(line);
        expected.get(member).append(line);
    }

    private static void slowDown(Random random, Member member) {
        if (random.nextBoolean()) {
            member.socket().otherEndReads(random.nextInt(1000));
        } else {
            member.socket().otherEndReadsAll();
        }
    }

    /** Ends one connection as a session ends, and begins another in its stead. */
    private void end(Member member) {
        for (int room = 0; room < AUDIENCES; room++) {
            leave(room, member);
        }
        reply(member);
        member.closes();
        member.isTold("too late\n");
        member.gets("too late\n");
        loop.drains();
        member.socket().otherEndReadsAll();
        assertThat(expected.remove(member)).hasToString(heard(member));
        assertThat(member.socket().hasHeardAll()).isTrue();
        members.remove(member);
        connect();
    }

    private void assertNothingIsOutOfPlace(Member member) {
        assertThat(expected.get(member).toString()).startsWith(heard(member));
    }

    private String heard(Member member) {
        return heard.computeIfAbsent(member, newcomer -> new StringBuilder())
                .append(member.socket().takeReceived())
                .toString();
    }

    private String nextLine() {
        return "line " + ++lines + "\n";
    }
}
