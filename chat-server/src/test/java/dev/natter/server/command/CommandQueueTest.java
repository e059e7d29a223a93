package dev.natter.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines are carried out one after the other, and each is answered before the next begins. */
final class CommandQueueTest {

    private static final int MANY = 100_000;

    private final CommandsUnderTest commands = new CommandsUnderTest();
    private final Typist alice = commands.connects("alice");

    @Test
    void answersInOrder() {
        alice.types("PING 1", "FOO", "PING 2", "", "PING 3")
                .hears(
                        "[server] pong 1",
                        "[server] error: unknown command \"FOO\"; HELP lists the commands",
                        "[server] pong 2",
                        "[server] pong 3");
        assertThat(alice.taken()).isEqualTo(5);
    }

    @Test
    void everyLineIsASignOfLife() {
        for (String line : List.of("PING", "", "FOO", "NICK")) {
            commands.chat().clock().passes(Duration.ofSeconds(10));
            alice.types(line);
            assertThat(alice.session().idle(commands.chat().clock().instant()))
                    .as(line)
                    .isZero();
        }
    }

    @Test
    void waitsForAnAnswerThatIsDelayed() {
        alice.types("OPER wrong", "PING 1", "", "PING 2").isQuiet();
        assertThat(alice.taken()).isEqualTo(1);
        commands.control().delayIsOver();
        alice.hears("[server] error: that is not the operator password", "[server] pong 1", "[server] pong 2");
        assertThat(alice.taken()).isEqualTo(4);
    }

    @Test
    void waitsForEachOfSeveralAnswersThatAreDelayed() {
        alice.types("OPER wrong", "PING 1", "OPER wrong", "PING 2");
        commands.control().delayIsOver();
        alice.hears("[server] error: that is not the operator password", "[server] pong 1");
        commands.control().delayIsOver();
        alice.hears("[server] error: that is not the operator password", "[server] pong 2");
    }

    @Test
    void othersDoNotWait() {
        alice.types("OPER wrong");
        commands.connects("bob").types("PING").hears("[server] pong");
    }

    @Test
    void waitsWhileTheOutletHasNoRoom() {
        alice.person().outlet().hasRoomFor(2);
        alice.types("PING 1", "PING 2", "PING 3", "PING 4").hears("[server] pong 1", "[server] pong 2");
        assertThat(alice.taken()).isEqualTo(2);
        alice.person().outlet().hasRoomFor(1);
        alice.isQuiet();
        alice.queue().resume();
        alice.hears("[server] pong 3");
        alice.person().outlet().hasRoomFor(9);
        alice.types("PING 5").hears("[server] pong 4", "[server] pong 5");
        assertThat(alice.taken()).isEqualTo(5);
    }

    @Test
    void roomAloneIsNotEnoughWhileAnAnswerIsDelayed() {
        alice.types("OPER wrong", "PING");
        alice.queue().resume();
        alice.isQuiet();
    }

    @Test
    void whatIsNoCommandHasItsPlaceAmongThem() {
        List<String> happened = new ArrayList<>();
        alice.queue().then(() -> happened.add("at once"));
        alice.types("OPER wrong");
        alice.queue().then(() -> {
            alice.hears("[server] error: that is not the operator password");
            happened.add("behind the answer");
        });
        alice.types("PING");
        assertThat(happened).containsExactly("at once");
        commands.control().delayIsOver();
        alice.hears("[server] pong");
        assertThat(happened).containsExactly("at once", "behind the answer");
    }

    @Test
    void nothingIsCarriedOutForWhoeverIsGone() {
        Typist bob = commands.connects("bob");
        alice.types("QUIT bye", "MSG from the grave", "PING").isQuiet();
        assertThat(alice.taken()).isEqualTo(3);
        bob.hears("[server] alice left #lobby (1 online): bye");
    }

    @Test
    void nothingThatWaitedIsCarriedOutForWhoeverIsGone() {
        Typist bob = commands.connectsAsOperator("bob");
        alice.types("OPER wrong", "MSG from the grave");
        bob.types("KILL alice").takeLines();
        alice.hears("[server] you were killed by bob");
        alice.takeReplies();
        commands.control().delayIsOver();
        assertThat(alice.taken()).isEqualTo(2);
        bob.isQuiet();
    }

    @Test
    void aHundredThousandWaitingLinesDoNotOverflowTheStack() {
        alice.types("OPER wrong");
        for (int i = 0; i < MANY; i++) {
            alice.types("PING " + i);
        }
        assertThat(alice.taken()).isEqualTo(1);
        commands.control().delayIsOver();
        assertThat(alice.takeLines().stream().skip(1))
                .containsExactlyElementsOf(IntStream.range(0, MANY)
                        .mapToObj(i -> "[server] pong " + i)
                        .toList());
        assertThat(alice.taken()).isEqualTo(MANY + 1);
    }

    @Test
    void aHundredThousandWaitingLinesOfSomebodyGoneDoNotEither() {
        alice.types("OPER wrong");
        for (int i = 0; i < MANY; i++) {
            alice.types("PING");
        }
        commands.connectsAsOperator("bob").types("KILL alice");
        commands.control().delayIsOver();
        assertThat(alice.taken()).isEqualTo(MANY + 1);
    }
}
