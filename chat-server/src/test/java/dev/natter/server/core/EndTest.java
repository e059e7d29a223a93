package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.name.Nick;
import org.junit.jupiter.api.Test;

/** A session ends once, whoever ends it, and leaves nothing behind. */
final class EndTest {

    private final ChatUnderTest chat = new ChatUnderTest();
    private final Person alice = chat.connects("alice");
    private final Person bob = chat.connects("bob");

    @Test
    void theFirstEndIsTheOnlyOne() {
        alice.quits("bye").quits("bye again");
        chat.chat().end(alice.session(), Departure.LOST);
        bob.hears("[server] alice left #lobby (1 online): bye");
        assertThat(alice.session().isGone()).isTrue();
        assertThat(chat.chat().online()).isEqualTo(1);
    }

    @Test
    void eachRoomIsToldOfItsOwn() {
        alice.joins("#dev");
        bob.joins("#dev").takeLines();
        Person carol = chat.connects("carol");
        bob.takeLines();
        alice.quits(null);
        bob.hears("[server] alice left #lobby (2 online)", "[server] alice left #dev (1 online)");
        carol.hears("[server] alice left #lobby (2 online)");
    }

    @Test
    void theCauseIsTold() {
        chat.chat().end(alice.session(), Departure.LOST);
        bob.hears("[server] alice left #lobby (1 online, connection lost)");
        assertThat(alice.outlet().closed()).isEqualTo(1);
    }

    @Test
    void whoeverIsGoneHearsNothingMore() {
        alice.quits(null);
        bob.says("hello");
        alice.isQuiet();
        assertThat(chat.broadcasts().get(0).size()).isEqualTo(1);
    }

    @Test
    void theNameIsFreeAndNobodyElseLosesTheirs() {
        alice.quits(null);
        assertThatThrownBy(() -> chat.chat().person(Nick.of("alice"))).isInstanceOf(CommandException.class);
        Person another = chat.connects("alice");
        alice.quits(null);
        assertThat(chat.chat().person(Nick.of("alice"))).isSameAs(another.session());
    }

    @Test
    void roomsOfTheirOwnAreGoneWithThem() {
        alice.joins("#dev").joins("#ops").quits(null);
        assertThat(chat.chat().roomCounts()).hasSize(1);
    }

    @Test
    void theKilledOneIsToldAndDisconnectedAndTheOthersKnowWhoDidIt() {
        chat.chat().kill(alice.session(), Nick.of("bob"), "spam");
        alice.hears("[server] you were killed by bob: spam");
        bob.hears("[server] alice left #lobby (1 online, killed by bob): spam");
        assertThat(alice.outlet().closed()).isEqualTo(1);
        assertThat(alice.session().isGone()).isTrue();
    }

    @Test
    void nobodyNeedsAReasonToKill() {
        chat.chat().kill(alice.session(), Nick.SERVER, null);
        alice.hears("[server] you were killed by server");
        bob.hears("[server] alice left #lobby (1 online, killed by server)");
    }

    @Test
    void whoeverAskedForItIsDisconnectedBehindTheReply() {
        chat.chat().quit(alice.session(), "bye");
        bob.hears("[server] alice left #lobby (1 online): bye");
        assertThat(alice.outlet().ended()).isEqualTo(1);
        assertThat(alice.outlet().closed()).isZero();
        alice.session().replied();
        assertThat(alice.outlet().closed()).isEqualTo(1);
    }

    @Test
    void whoeverIsTooSlowIsToldThatLast() {
        chat.chat().endTooSlow(alice.session());
        alice.hears("[server] closing: too slow");
        bob.hears("[server] alice left #lobby (1 online, too slow)");
        assertThat(alice.outlet().closed()).isEqualTo(1);
        chat.chat().endTooSlow(alice.session());
        chat.chat().kill(alice.session(), Nick.of("bob"), null);
        chat.chat().quit(alice.session(), null);
        alice.isQuiet();
        bob.isQuiet();
        assertThat(alice.outlet().ended()).isEqualTo(1);
        assertThat(alice.outlet().closed()).isEqualTo(1);
    }
}
