package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SayingTest {

    private final ChatUnderTest chat = new ChatUnderTest();
    private final Person alice = chat.connects("alice");
    private final Person bob = chat.connects("bob");
    private final Person carol = chat.connects("carol");

    @Test
    void everyoneInTheRoomHearsItButTheSpeaker() {
        alice.says("hello").isQuiet();
        bob.hears("[alice] hello");
        carol.hears("[alice] hello");
    }

    @Test
    void withEchoTheSpeakerHearsItToo() {
        alice.session().echo(true);
        alice.says("hello").hears("[alice] hello");
        alice.session().echo(false);
        alice.says("again").isQuiet();
    }

    @Test
    void onePersonHearsWhatIsForOnePerson() {
        alice.tells(bob, "psst").isQuiet();
        bob.hears("[alice to you] psst");
        carol.isQuiet();
    }

    @Test
    void withEchoOneHearsWhatOneSaidToOnePerson() {
        alice.session().echo(true);
        alice.tells(bob, "psst").hears("[you to bob] psst");
    }

    @Test
    void whatOneTellsOneselfArrivesOnce() {
        alice.tells(alice, "psst").hears("[alice to you] psst");
        alice.session().echo(true);
        alice.tells(alice, "psst").hears("[alice to you] psst");
    }

    @Test
    void messagesAreCountedWhoeverHearsThem() {
        alice.says("one").tells(bob, "two");
        alice.joins("#alone").says("three");
        assertThat(chat.chat().messages()).isEqualTo(3);
    }
}
