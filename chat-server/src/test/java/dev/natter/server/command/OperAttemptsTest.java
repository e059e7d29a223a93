package dev.natter.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ErrorLog;
import dev.natter.server.command.OperAttempts.Verdict;
import dev.natter.server.password.Password;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One password is checked after the other, over all sessions, and nobody waits for those that nobody waits for. */
final class OperAttemptsTest {

    private static final String WRONG = "[server] error: that is not the operator password";
    private static final String ADMITTED = "[server] you are an operator";

    private final CommandsUnderTest commands = new CommandsUnderTest();
    private final FakeControl control = commands.control();
    private final Typist alice = commands.connects("alice");
    private final Typist bob = commands.connects("bob");

    OperAttemptsTest() {
        alice.takeLines();
        control.takesItsTimeAside();
    }

    @Test
    void whatIsPipelinedWaitsAndOthersDoNot() {
        alice.types("OPER hunter2", "PING 1").isQuiet();
        bob.types("PING 2", "MSG hello").hears("[server] pong 2");
        alice.hears("[bob] hello");
        control.asideIsDone();
        alice.hears(ADMITTED, "[server] pong 1");
    }

    @Test
    void oneIsCheckedAfterTheOtherInTheirOrder() {
        alice.types("OPER hunter2");
        bob.types("OPER hunter2");
        Typist carol = commands.connects("carol").types("OPER wrong");
        alice.takeLines();
        bob.takeLines();
        assertThat(control.aside()).isEqualTo(1);
        control.asideIsDone();
        alice.hears(ADMITTED);
        bob.isQuiet();
        assertThat(control.aside()).isEqualTo(1);
        control.asideIsDone();
        bob.hears(ADMITTED);
        control.asideIsDone();
        assertThat(control.aside()).isZero();
        carol.isQuiet();
        control.delayIsOver();
        carol.hears(WRONG);
    }

    @Test
    void aWrongOneWaitsASecondFromItsCheckAndHoldsUpNoOtherCheck() {
        alice.types("OPER wrong");
        bob.types("OPER hunter2");
        control.asideIsDone();
        assertThat(control.delays()).containsExactly(Duration.ofSeconds(1));
        control.asideIsDone();
        bob.hears(ADMITTED);
        alice.isQuiet();
    }

    @Test
    void whoeverIsKilledDuringTheCheckIsNoOperator() {
        Typist carol = commands.connectsAsOperator("carol");
        alice.types("OPER hunter2", "SHUTDOWN from the grave");
        carol.types("KILL alice");
        alice.person().takeLines();
        control.asideIsDone();
        assertThat(alice.session().isOperator()).isFalse();
        assertThat(control.stops()).isEmpty();
        assertThat(alice.taken()).isEqualTo(2);
        assertThat(control.delays()).isEmpty();
    }

    @Test
    void whoeverHasTheirNameNowIsNoOperatorEither() {
        alice.types("OPER hunter2");
        alice.person().quits(null);
        Typist other = commands.connects("alice");
        control.asideIsDone();
        other.isQuiet();
        assertThat(other.session().isOperator()).isFalse();
    }

    @Test
    void forWhoeverIsGoneBeforeNothingIsChecked() {
        alice.types("OPER hunter2");
        bob.types("OPER hunter2", "PING");
        bob.person().quits(null);
        alice.takeLines();
        control.asideIsDone();
        alice.hears(ADMITTED);
        assertThat(control.aside()).isZero();
        control.delayIsOver();
        assertThat(bob.session().isOperator()).isFalse();
        assertThat(bob.taken()).isEqualTo(2);
    }

    @Test
    void aStopInTheMiddleIsNotWaitedForAndMakesNoOperator() {
        alice.types("OPER hunter2", "PING");
        commands.chat().chat().close("maintenance");
        alice.hears("[server] closing: maintenance");
        alice.takeReplies();
        control.asideIsDone();
        assertThat(alice.session().isOperator()).isFalse();
    }

    @Test
    void overTheBoundNobodyIsChecked() {
        alice.types("OPER hunter2");
        List<Typist> crowd = crowd(OperAttempts.MAX_WAITING);
        bob.takeLines();
        bob.types("OPER hunter2", "PING").isQuiet();
        assertThat(control.delays()).containsExactly(Duration.ofSeconds(1));
        control.delayIsOver();
        bob.hears(
                "[server] error: the password could not be checked, since too many are being tried; try again later",
                "[server] pong");
        crowd.get(0).person().quits(null);
        bob.types("OPER hunter2");
        assertThat(control.delays()).as("of who is gone").hasSize(1);
        bob.takeLines();
        for (int i = 0; i < OperAttempts.MAX_WAITING; i++) {
            control.asideIsDone();
        }
        bob.takeLines();
        assertThat(bob.session().isOperator()).isFalse();
        control.asideIsDone();
        assertThat(bob.session().isOperator()).isTrue();
        assertThat(control.aside()).isZero();
    }

    @Test
    void aCheckThatFailsIsAnsweredAndLogged() {
        FakeControl here = new FakeControl();
        OutOfMemoryError short20Mib = new OutOfMemoryError("no 20 MiB");
        short20Mib.setStackTrace(new StackTraceElement[0]);
        OperAttempts attempts = new OperAttempts(here, new Password() {
            @Override
            public boolean matches(String attempt) {
                throw short20Mib;
            }

            @Override
            public boolean isPlain() {
                return false;
            }
        });
        List<Verdict> verdicts = new ArrayList<>();
        attempts.add(alice.session(), "hunter2", verdicts::add);
        attempts.add(bob.session(), "hunter2", verdicts::add);
        assertThat(verdicts).containsExactly(Verdict.UNCHECKED, Verdict.UNCHECKED);
        assertThat(ErrorLog.take()).hasSize(2).allMatch(line -> line.contains("could not be checked"));
    }

    /** People of whom each has a password that waits. */
    private List<Typist> crowd(int size) {
        List<Typist> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            crowd.add(commands.connects("p" + i).types("OPER wrong"));
        }
        return crowd;
    }
}
