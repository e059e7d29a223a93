package dev.natter.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Commands after which somebody is disconnected: their reply comes first. */
final class EndingCommandsTest {

    private final CommandsUnderTest commands = new CommandsUnderTest();
    private final Typist alice = commands.connectsAsOperator("alice").types("FORMAT JSON");
    private final Typist bob = commands.connects("bob");

    @Test
    void quitIsAnsweredBeforeTheConnectionCloses() {
        alice.takeLines();
        alice.types("QUIT bye").hears("{\"type\":\"ok\",\"command\":\"QUIT\"}");
        assertThat(alice.isDisconnected()).isTrue();
        bob.hears("[server] alice left #lobby (1 online): bye");
    }

    @Test
    void killingOneselfIsAQuit() {
        alice.takeLines();
        alice.types("KILL alice bye").hears("{\"type\":\"ok\",\"command\":\"KILL\",\"nick\":\"alice\"}");
        assertThat(alice.isDisconnected()).isTrue();
        bob.hears("[server] alice left #lobby (1 online): bye");
    }

    @Test
    void theKilledOneIsDisconnectedAndTheKillerIsNot() {
        alice.takeLines();
        alice.types("KILL BOB spam");
        assertThat(alice.takeLines().get(1)).isEqualTo("{\"type\":\"ok\",\"command\":\"KILL\",\"nick\":\"bob\"}");
        assertThat(alice.isDisconnected()).isFalse();
        assertThat(bob.isDisconnected()).isTrue();
        bob.hears("[server] you were killed by alice: spam");
    }

    @Test
    void shutdownStopsTheServerBehindItsReply() {
        alice.takeLines();
        alice.types("SHUTDOWN maintenance").hears("{\"type\":\"ok\",\"command\":\"SHUTDOWN\"}");
        assertThat(commands.control().stops()).containsExactly("maintenance");
        assertThat(alice.isDisconnected()).isFalse();
    }

    @Test
    void shutdownWithoutAReasonGivesOneAllTheSame() {
        alice.types("SHUTDOWN");
        assertThat(commands.control().stops()).containsExactly("the server is shutting down");
    }
}
