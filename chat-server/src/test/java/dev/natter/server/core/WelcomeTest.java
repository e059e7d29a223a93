package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.WireFormat;
import org.junit.jupiter.api.Test;

final class WelcomeTest {

    @Test
    void comesFirstAndTheOthersAreTold() {
        ChatUnderTest chat = new ChatUnderTest();
        Person alice = chat.connects("alice");
        chat.opens(false)
                .hears("[server] Welcome to natter. You are guest1 in #lobby (2 online). HELP lists the commands.");
        alice.hears("[server] guest1 joined #lobby (2 online)");
    }

    @Test
    void theMessageOfTheDayStandsBehindIt() {
        ChatUnderTest chat = new ChatUnderTest(new ChatLimits(50, 1000), "Be kind.", "", "Backups at 3.");
        assertThat(chat.opens(false).takeLines())
                .hasSize(4)
                .endsWith("[server] Be kind.", "[server] ", "[server] Backups at 3.");
    }

    @Test
    void aSecondOneNamesTheRoomThatIsCurrentNow() {
        ChatUnderTest chat = new ChatUnderTest();
        Person alice = chat.connects("alice").joins("#dev");
        chat.chat().welcome(alice.session());
        alice.hears("[server] Welcome to natter. You are alice in #dev (1 online). HELP lists the commands.");
    }

    @Test
    void theSessionKnowsWhetherItWasEverWelcomedInJson() {
        ChatUnderTest chat = new ChatUnderTest();
        Person alice = chat.connects("alice");
        assertThat(alice.session().isWelcomedInJson()).isFalse();
        alice.session().speak(WireFormat.JSON);
        chat.chat().welcome(alice.session());
        assertThat(alice.session().isWelcomedInJson()).isTrue();
        alice.session().speak(WireFormat.TEXT);
        assertThat(alice.session().isWelcomedInJson()).isTrue();
    }
}
