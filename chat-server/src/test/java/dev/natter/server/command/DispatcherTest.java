package dev.natter.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ErrorLog;
import org.junit.jupiter.api.Test;

/** What a command throws becomes its one answer. */
final class DispatcherTest {

    private final CommandsUnderTest commands = new CommandsUnderTest();

    @Test
    void aFaultOfOursIsAnsweredAndLoggedOnceAndEndsNothing() {
        Typist alice = commands.connectsAsOperator("alice");
        Typist bob = commands.connects("bob");
        commands.control().failsWith(new IllegalStateException("a bug"));
        alice.types("STATS", "PING still here")
                .hears(
                        "[server] error: something went wrong on the server; it has been logged",
                        "[server] pong still here");
        assertThat(ErrorLog.take())
                .containsExactly("dev.natter.server.command.Dispatcher: STATS failed for connection 1");
        assertThat(alice.isDisconnected()).isFalse();
        bob.isQuiet();
    }

    @Test
    void aProgramIsToldWhichCommandFailedAndNotWhy() {
        Typist alice = commands.connectsAsOperator("alice").types("FORMAT JSON");
        alice.takeLines();
        commands.control().failsWith(new IllegalStateException("secret"));
        alice.types("STATS")
                .hears("{\"type\":\"error\",\"command\":\"STATS\",\"code\":\"internal-error\","
                        + "\"message\":\"something went wrong on the server; it has been logged\"}");
        assertThat(ErrorLog.take()).hasSize(1);
    }

    @Test
    void whatAClientDoesWrongIsNotLogged() {
        Typist alice = commands.connects("alice");
        alice.types("NICK server", "WHOIS nobody", "LEAVE #nowhere", "KILL alice", "FOO", "NICK")
                .takeLines();
        assertThat(alice.takeReplies()).hasSize(6);
        assertThat(ErrorLog.take()).isEmpty();
    }

    @Test
    void whoeverIsNoOperatorIsToldHowToBecomeOne() {
        commands.connects("alice").types("STATS").hears("[server] error: STATS is for operators; OPER makes you one");
    }
}
