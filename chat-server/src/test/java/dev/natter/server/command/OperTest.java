package dev.natter.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OperTest {

    private static final String WRONG = "[server] error: that is not the operator password";

    private final CommandsUnderTest commands = new CommandsUnderTest();
    private final Typist alice = commands.connects("alice");

    @Test
    void theRightPasswordIsAnsweredAtOnce() {
        alice.types("OPER hunter2").hears("[server] you are an operator");
        assertThat(alice.session().isOperator()).isTrue();
        assertThat(commands.control().delays()).isEmpty();
    }

    @Test
    void aWrongOneIsAnsweredASecondLater() {
        alice.types("OPER hunter3").isQuiet();
        assertThat(commands.control().delays()).containsExactly(Duration.ofSeconds(1));
        commands.control().delayIsOver();
        alice.hears(WRONG);
        assertThat(alice.session().isOperator()).isFalse();
        assertThat(alice.isDisconnected()).isFalse();
    }

    @Test
    void theThirdWrongOneEndsTheConnectionAsItsOwnQuit() {
        Typist bob = commands.connects("bob");
        for (int i = 0; i < 3; i++) {
            assertThat(alice.isDisconnected()).isFalse();
            alice.types("OPER wrong");
            commands.control().delayIsOver();
            alice.hears(WRONG);
        }
        assertThat(alice.isDisconnected()).isTrue();
        bob.hears("[server] alice left #lobby (1 online)");
    }

    @Test
    void whatIsPipelinedBehindTheThirdWrongOneIsDropped() {
        alice.types("OPER 1", "OPER 2", "OPER 3", "PING");
        for (int i = 0; i < 3; i++) {
            commands.control().delayIsOver();
        }
        alice.hears(WRONG, WRONG, WRONG);
        assertThat(alice.taken()).isEqualTo(4);
    }

    @Test
    void aRightOneForgivesTheWrongOnes() {
        for (String line : new String[] {"OPER 1", "OPER 2", "OPER hunter2", "OPER 1", "OPER 2"}) {
            alice.types(line);
            if (!commands.control().delays().isEmpty()) {
                commands.control().delayIsOver();
            }
        }
        alice.hears(WRONG, WRONG, "[server] you are an operator", WRONG, WRONG);
        assertThat(alice.isDisconnected()).isFalse();
        assertThat(alice.session().isOperator()).isTrue();
    }

    @Test
    void withoutAPasswordNothingWasTried() {
        String missing = "[server] error: an argument is missing: OPER password";
        alice.types("OPER", "OPER ", "oper", "OPER").hears(missing, missing, missing, missing);
        assertThat(commands.control().delays()).isEmpty();
        assertThat(alice.isDisconnected()).isFalse();
    }

    @Test
    void blanksBehindAPasswordArePartOfIt() {
        alice.types("OPER hunter2 ");
        assertThat(commands.control().delays()).hasSize(1);
        alice.types("OPER  hunter2");
        commands.control().delayIsOver();
        alice.hears(WRONG, "[server] you are an operator");
    }

    @Test
    void withNoneConfiguredEveryAttemptIsToldSo() {
        CommandsUnderTest closed = new CommandsUnderTest(null);
        String disabled = "[server] error: nobody can become an operator here;"
                + " the server's --operator-password-file sets the password";
        closed.connects("alice").types("OPER", "OPER x", "OPER null").hears(disabled, disabled, disabled);
        assertThat(closed.control().delays()).isEmpty();
    }

    @Test
    void aDelayedAnswerToWhoeverIsGoneTouchesNobodyElse() {
        alice.types("OPER wrong");
        alice.person().quits(null);
        Typist bob = commands.connects("alice");
        commands.control().delayIsOver();
        bob.isQuiet();
        assertThat(bob.session().isGone()).isFalse();
    }
}
