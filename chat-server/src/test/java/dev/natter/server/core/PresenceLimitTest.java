package dev.natter.server.core;

import org.junit.jupiter.api.Test;

/** In large rooms comings and goings are not announced; whoever comes or goes is counted. */
final class PresenceLimitTest {

    private final ChatUnderTest chat = new ChatUnderTest(new ChatLimits(50, 2));
    private final Person alice = chat.connects("alice");

    @Test
    void upToTheLimitEveryoneIsTold() {
        Person bob = chat.opens(false);
        alice.hears("[server] guest1 joined #lobby (2 online)");
        bob.quits(null);
        alice.hears("[server] guest1 left #lobby (1 online)");
    }

    @Test
    void aboveItNobodyIs() {
        Person bob = chat.connects("bob");
        Person carol = chat.opens(false);
        alice.isQuiet();
        bob.isQuiet();
        carol.quits("bye");
        alice.isQuiet();
        bob.isQuiet().quits("bye");
        alice.hears("[server] bob left #lobby (1 online): bye");
    }

    @Test
    void messagesAndNewNamesAreToldInAnyRoom() {
        Person bob = chat.connects("bob");
        Person carol = chat.connects("carol");
        carol.says("hello");
        carol.renames("caroline");
        alice.hears("[carol] hello", "[server] carol is now caroline");
        bob.hears("[carol] hello", "[server] carol is now caroline");
    }

    @Test
    void eachRoomIsCountedByItself() {
        Person bob = chat.connects("bob");
        chat.connects("carol");
        alice.joins("#dev");
        bob.joins("#dev");
        alice.hears("[server] bob joined #dev (2 online)");
    }
}
