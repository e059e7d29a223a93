package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionTest {

    private final ChatUnderTest chat = new ChatUnderTest();
    private final Session session = chat.connects().session();

    @Test
    void whatIsToFollowTheReplyHappensOnceBehindIt() {
        List<String> happened = new ArrayList<>();
        session.afterReply(() -> happened.add("after"));
        assertThat(happened).isEmpty();
        session.replied();
        session.replied();
        assertThat(happened).containsExactly("after");
    }

    @Test
    void whatFollowsAReplyMayWantSomethingToFollowTheNext() {
        List<String> happened = new ArrayList<>();
        session.afterReply(() -> {
            happened.add("first");
            session.afterReply(() -> happened.add("second"));
        });
        session.replied();
        assertThat(happened).containsExactly("first");
        session.replied();
        assertThat(happened).containsExactly("first", "second");
    }

    @Test
    void idleTimeBeginsWithEachLine() {
        chat.clock().passes(Duration.ofSeconds(5));
        assertThat(session.idle(chat.chat().now())).isEqualTo(Duration.ofSeconds(5));
        session.touch(chat.chat().now());
        chat.clock().passes(Duration.ofMillis(1500));
        assertThat(session.idle(chat.chat().now())).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void idleTimeIsNeverNegative() {
        chat.clock().passes(Duration.ofSeconds(-5));
        assertThat(session.idle(chat.chat().now())).isZero();
    }

    @Test
    void aRightPasswordForgivesTheWrongOnes() {
        assertThat(session.countWrongPassword()).isEqualTo(1);
        assertThat(session.countWrongPassword()).isEqualTo(2);
        session.becomeOperator();
        assertThat(session.isOperator()).isTrue();
        assertThat(session.countWrongPassword()).isEqualTo(1);
    }

    @Test
    void aNewFormatHoldsInEveryRoom() {
        Person alice = chat.connects("alice").joins("#dev");
        Person bob = chat.connects("bob").joins("#dev").joins("#lobby");
        alice.takeLines();
        alice.session().speak(WireFormat.JSON);
        bob.says("in the lobby");
        chat.chat().say(bob.session(), alice.session().current(), "in #dev");
        assertThat(alice.takeLines()).hasSize(2).allMatch(line -> line.startsWith("{\"type\":\"message\""));
        alice.session().speak(WireFormat.TEXT);
        bob.says("in the lobby");
        alice.hears("[bob in #lobby] in the lobby");
    }
}
