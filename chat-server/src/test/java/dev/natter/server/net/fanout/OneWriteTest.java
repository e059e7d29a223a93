package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What makes a large room cheap: of all that was said in a drain each member gets one write, out of one buffer. */
final class OneWriteTest {

    private static final int MESSAGES = 50;
    private static final String ALL = said(0, MESSAGES);

    private final OneLoop loop = new OneLoop();
    private final LoopAudience audience = new LoopAudience(loop.fanOut());
    private final List<Member> members = Stream.generate(loop::member)
            .limit(100)
            .map(member -> member.joins(audience))
            .toList();
    private final Set<ByteBuf> buffers = Collections.newSetFromMap(new IdentityHashMap<>());

    @AfterEach
    void everyBufferIsReleased() {
        assertThat(buffers).allMatch(buffer -> buffer.refCnt() == 0);
    }

    @Test
    void manyMessagesAreOneWriteAndOneFlushForEachMember() {
        sayAll();
        loop.drains();
        for (Member member : members) {
            assertThat(writes(member)).isEqualTo(1);
            assertThat(member.socket().takeFlushes()).isEqualTo(1);
            member.received(ALL);
        }
        assertThat(buffers).as("buffers for all").hasSize(1);
        assertThat(loop.fanOut().bytesSent()).isEqualTo((long) ALL.length() * members.size());
    }

    @Test
    void theSpeakerGetsTheSlicesAroundTheirOwnMessages() {
        Member alice = members.get(0);
        alice.says(audience, "mine\n");
        sayAll();
        alice.says(audience, "mine\n");
        alice.says(audience, "mine\n");
        sayAll();
        loop.drains();
        assertThat(writes(alice)).isEqualTo(2);
        assertThat(alice.socket().takeFlushes()).isEqualTo(1);
        alice.received(ALL + ALL);
        for (Member member : members.subList(1, members.size())) {
            assertThat(writes(member)).isEqualTo(1);
            assertThat(member.socket().takeFlushes()).isEqualTo(1);
            member.received("mine\n" + ALL + "mine\nmine\n" + ALL);
        }
        assertThat(buffers).hasSize(1);
    }

    @Test
    void aSpeakerWhoHearsNothingElseIsNotWrittenTo() {
        Member alice = members.get(0);
        alice.says(audience, "mine\n");
        loop.drains();
        assertThat(writes(alice)).isZero();
        members.get(1).received("mine\n");
        assertThat(writes(members.get(1))).isEqualTo(1);
    }

    @Test
    void whoeverIsInTwoRoomsIsFlushedOnce() {
        LoopAudience other = new LoopAudience(loop.fanOut());
        Member both = members.get(0).joins(other);
        Member neither = loop.member();
        sayAll();
        neither.says(other, "elsewhere\n");
        loop.drains();
        both.received(ALL + "elsewhere\n");
        assertThat(writes(both)).isEqualTo(2);
        assertThat(both.socket().takeFlushes()).isEqualTo(1);
        members.get(1).received(ALL);
        assertThat(writes(members.get(1))).isEqualTo(1);
        assertThat(members.get(1).socket().takeFlushes()).isEqualTo(1);
        assertThat(writes(neither)).isZero();
    }

    @Test
    void whoeverJoinsMeanwhileGetsTheEndOfTheSameBuffer() {
        Member late = loop.member();
        loop.fanOut().then(() -> audience.say(bytes(said(0, 10)), null));
        late.joins(audience);
        loop.fanOut().then(() -> audience.say(bytes(said(10, 20)), null));
        loop.drains();
        assertThat(writes(late)).isEqualTo(1);
        late.received(said(10, 20));
        members.get(0).received(said(0, 20));
        assertThat(writes(members.get(0))).isEqualTo(1);
        assertThat(buffers).hasSize(1);
    }

    @Test
    void aReplyAddsOneWriteAndNoFlush() {
        Member alice = members.get(0);
        sayAll();
        alice.gets("reply\n");
        loop.drains();
        assertThat(writes(alice)).isEqualTo(2);
        assertThat(alice.socket().takeFlushes()).isEqualTo(1);
        alice.received(ALL + "reply\n");
    }

    @Test
    void withNobodyThereNothingIsKept() {
        members.forEach(member -> member.leaves(audience));
        loop.drains();
        sayAll();
        loop.drains();
        assertThat(members).allMatch(member -> writes(member) == 0);
        assertThat(loop.fanOut().bytesSent()).isZero();
    }

    private void sayAll() {
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = bytes(said(i, i + 1));
            loop.fanOut().then(() -> audience.say(message, null));
        }
    }

    private int writes(Member member) {
        List<ByteBuf> writes = member.socket().takeWrites();
        writes.stream().map(Buffers::root).forEach(buffers::add);
        return writes.size();
    }

    private static String said(int from, int to) {
        StringBuilder all = new StringBuilder();
        for (int i = from; i < to; i++) {
            all.append("message ").append(i).append('\n');
        }
        return all.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
