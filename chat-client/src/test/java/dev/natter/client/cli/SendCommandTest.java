package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.FakeServer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendCommandTest {

    /** Longer than a part of a name may be: no network is needed to know that there is none. */
    private static final String NO_HOST = "x".repeat(64);

    private FakeServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void saysItsWordsAndLeavesOnceTheyAreAnswered() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "build", "812", "passed");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG build 812 passed");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void behindTwoDashesEverythingIsText() throws Exception {
        CommandRun run = CommandRun.with("send", "--", "--nick", "is", "an", "option")
                .variable("NATTER_HOST", server.address())
                .start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG --nick is an option");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aFirstWordWithBlanksIsText() throws Exception {
        CommandRun run = CommandRun.with("send", "build 812 passed")
                .variable("NATTER_HOST", server.address())
                .start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG build 812 passed");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void takesItsNameAndEntersItsRoomFirst() throws Exception {
        CommandRun run = CommandRun.with("send", "--nick", "bot", "--room", "#dev", server.address(), "hi")
                .variable("NATTER_HOST", "nowhere.invalid")
                .variable("NATTER_NICK", "other")
                .start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK bot");
            visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"bot\"}");
            visitor.hears("JOIN #dev");
            visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":1}");
            visitor.hears("LEAVE #lobby");
            visitor.says("{\"type\":\"ok\",\"command\":\"LEAVE\",\"room\":\"#dev\",\"online\":1}");
            visitor.hears("MSG hi");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void saysNothingUnderAnotherNameThanTheOneAskedFor() throws Exception {
        CommandRun run = CommandRun.with("send", server.address(), "hi")
                .variable("NATTER_NICK", "alice")
                .start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK alice");
            visitor.refuses("NICK", "nick-in-use", "the nickname \\\"alice\\\" is in use");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).containsExactly("natter: nick-in-use: the nickname \"alice\" is in use");
    }

    @Test
    void tellsOnePerson() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "--to", "bob", "psst");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("TELL bob psst");
            visitor.refuses("TELL", "no-such-nick", "there is nobody called \\\"bob\\\"");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).containsExactly("natter: no-such-nick: there is nobody called \"bob\"");
    }

    @Test
    void saysEachLineOfItsInputButBlankOnesAndNamesThoseThatAreRefused() throws Exception {
        CommandRun run = CommandRun.of("send", server.address());
        run.types("one\n\n  \r\n" + "x".repeat(2001) + "\nfive\r\nsix");
        run.types(new byte[] {(byte) 0xC3, '\n'});
        run.types("eight");
        run.endsInput();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG one");
            visitor.hears("MSG five");
            visitor.hears("MSG six");
            visitor.hears("MSG eight");
            visitor.saysOk("MSG");
            visitor.refuses("MSG", "internal-error", "no\\u001b[31m luck");
            visitor.saysOk("MSG");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .containsExactlyInAnyOrder(
                        "natter: line 4: text-too-long: a text has at most 2000 characters",
                        "natter: line 7: bad-encoding: the line is not valid UTF-8",
                        "natter: line 5: internal-error: no\u241B[31m luck");
    }

    @Test
    void isNeverMoreThanAWindowAheadOfTheAnswers() throws Exception {
        CommandRun run = CommandRun.of("send", server.address());
        run.types(IntStream.rangeClosed(1, 250).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
        run.endsInput();
        try (FakeServer.Visitor visitor = server.welcome()) {
            for (int i = 1; i <= 250; i++) {
                visitor.hears("MSG line " + i);
                if (i == Deliveries.WINDOW) {
                    assertThat(visitor.hasMoreToSay()).isFalse();
                }
                if (i >= Deliveries.WINDOW) {
                    visitor.saysOk("MSG");
                }
            }
            for (int i = 1; i < Deliveries.WINDOW; i++) {
                visitor.saysOk("MSG");
            }
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whoeverIsKilledDoesNotComeBackAndSaysWhatWasNotSaid() throws Exception {
        CommandRun run = CommandRun.of("send", server.address());
        run.types("one\ntwo\nthree");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG one");
            visitor.hears("MSG two");
            visitor.hears("MSG three");
            visitor.saysOk("MSG");
            visitor.says("{\"type\":\"killed\",\"time\":\"2026-11-20T09:30:00Z\",\"nick\":\"bot\",\"by\":\"bob\","
                    + "\"reason\":\"spam\"}");
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .containsExactly(
                        "natter: the connection to " + server.address() + " was lost: killed by bob: spam",
                        "natter: line 2 and those behind it were not said");
    }

    @Test
    void linesOfUnknownFateAreNamedAndNotSaidAgain() throws Exception {
        CommandRun run = CommandRun.of("send", server.address());
        run.types("one\ntwo\n\nfour");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG one");
            visitor.hears("MSG two");
            visitor.hears("MSG four");
            visitor.saysOk("MSG");
            // What is half said is not said.
            visitor.saysUnfinished("{\"type\":\"ok\",\"command\":");
        }
        assertThat(run.complained())
                .isEqualTo("natter: the connection to " + server.address()
                        + " was lost: the server ended the connection; trying to get it back");
        assertThat(run.complained())
                .isEqualTo("natter: lines 2, 4: the connection was lost before the answer; whether they were said is"
                        + " unknown");
        run.types("five");
        run.endsInput();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG five");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).singleElement().asString().matches("natter: connected again after \\d+ s");
    }

    @Test
    void whatTheServerHadNotSeenToWhenItClosedIsSaidByTheNextOne() throws Exception {
        CommandRun run =
                CommandRun.with("send", server.address()).input("one\ntwo\n").start();
        run.endsInput();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG one");
            visitor.hears("MSG two");
            visitor.saysOk("MSG");
            visitor.says("{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00Z\",\"reason\":\"maintenance\"}");
        }
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG two");
            visitor.saysOk("MSG");
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void atTheEndOfItsInputItGivesUpInTheEnd() throws Exception {
        CommandRun run = CommandRun.with("send", server.address())
                .givingUpAfter(Duration.ofMillis(50))
                .start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            run.types("one");
            visitor.hears("MSG one");
            visitor.saysOk("MSG");
            server.close();
        }
        // The window is open, so this is read, and there is nobody to send it to.
        run.complained();
        run.types("two\nthree");
        run.endsInput();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .containsExactly(
                        "natter: given up after 0 s without a connection", "natter: lines 2 to 3 were not said");
    }

    @Test
    void itGivesUpInTheEndThoughFarMoreIsToBeSentThanIsSentAhead() throws Exception {
        CommandRun run = CommandRun.with("send", server.address())
                .givingUpAfter(Duration.ofMillis(50))
                .input("line\n".repeat(1000))
                .start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG line");
            visitor.says("{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00Z\",\"reason\":\"maintenance\"}");
            server.close();
        }
        run.endsInput();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .contains("natter: given up after 0 s without a connection")
                .endsWith("natter: line 1 and those behind it were not said");
    }

    @Test
    void whatIsMeantForARoomIsSaidNowhereElse() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "--room", "#ops");
        try (FakeServer.Visitor visitor = server.welcome()) {
            entersOps(visitor);
            run.types("one");
            visitor.hears("MSG one");
            visitor.saysOk("MSG");
        }
        run.complained();
        run.types("two");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("JOIN #ops");
            visitor.refuses("JOIN", "too-many-rooms", "you are in 1 room, which is the limit");
            visitor.hears("LEAVE #lobby");
            visitor.says("{\"type\":\"ok\",\"command\":\"LEAVE\",\"room\":\"#lobby\",\"online\":1}");
            visitor.hearsHangUp();
        }
        assertThat(run.complained())
                .isEqualTo("natter: no connection to " + server.address()
                        + " yet: the server does not let us into #ops again: you are not in #ops: "
                        + "you are in 1 room, which is the limit");
        try (FakeServer.Visitor visitor = server.welcome()) {
            entersOps(visitor);
            visitor.hears("MSG two");
            visitor.saysOk("MSG");
            run.endsInput();
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    private static void entersOps(FakeServer.Visitor visitor) throws IOException {
        visitor.hears("JOIN #ops");
        visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#ops\",\"online\":1}");
        visitor.hears("LEAVE #lobby");
        visitor.says("{\"type\":\"ok\",\"command\":\"LEAVE\",\"room\":\"#ops\",\"online\":1}");
    }

    @Test
    void aTextThatWasGivenIsGivenUpToo() throws Exception {
        CommandRun run = CommandRun.with("send", server.address(), "--", "hello")
                .givingUpAfter(Duration.ofMillis(50))
                .start();
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG hello");
            visitor.says("{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00Z\",\"reason\":\"maintenance\"}");
            server.close();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .containsExactly(
                        "natter: the connection to " + server.address()
                                + " was lost: closed by the server: maintenance; trying to get it back",
                        "natter: given up after 0 s without a connection",
                        "natter: it was not said");
    }

    @Test
    void aTextOfUnknownFateIsNotSaidAgain() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "--", "hello");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG hello");
            visitor.vanishes();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .contains("natter: the connection was lost before the answer; whether it was said is unknown");
    }

    @Test
    void whereItsNameIsTakenMeanwhileItGoesOnUnderAnotherAndSaysSo() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "--nick", "bot");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK bot");
            visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"bot\"}");
            run.types("one");
            visitor.hears("MSG one");
            visitor.saysOk("MSG");
        }
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("NICK bot");
            visitor.refuses("NICK", "nick-in-use", "taken");
            visitor.hears("NICK bot_");
            visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"bot_\"}");
            run.types("two");
            visitor.hears("MSG two");
            visitor.saysOk("MSG");
            run.endsInput();
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).endsWith("natter: the nickname \"bot\" is in use; you are \"bot_\"");
    }

    @Test
    void aLoneWordThatIsNoHostMayHaveBeenMeantAsText() throws Exception {
        CommandRun run = CommandRun.of("send", NO_HOST);
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.errors())
                .containsExactly("natter: cannot connect to " + NO_HOST + ":7777: unknown host (to say \"" + NO_HOST
                        + "\", put -- before it)");
    }

    @Test
    void aHostIsMeantAsOneWhereThereIsAText() throws Exception {
        String complaint = "natter: cannot connect to " + NO_HOST + ":7777: unknown host; is it spelled right?";

        CommandRun given = CommandRun.of("send", NO_HOST, "hi");
        assertThat(given.exitCode()).isEqualTo(69);
        assertThat(given.errors()).containsExactly(complaint);

        CommandRun piped = CommandRun.with("send", NO_HOST).input("hi\n").start();
        assertThat(piped.exitCode()).isEqualTo(69);
        assertThat(piped.errors()).containsExactly(complaint);

        CommandRun variable =
                CommandRun.with("send").variable("NATTER_HOST", NO_HOST).start();
        assertThat(variable.exitCode()).isEqualTo(69);
        assertThat(variable.errors()).containsExactly(complaint);
    }

    @Test
    void aServerThatStopsOnceAllIsAnsweredIsNoFailure() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "hi");
        try (FakeServer.Visitor visitor = server.welcome()) {
            visitor.hears("MSG hi");
            visitor.saysOk("MSG");
            visitor.says("{\"type\":\"closing\",\"time\":\"2026-11-20T09:30:00Z\",\"reason\":\"maintenance\"}");
        }
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void noServerIsAnExitCodeOfItsOwn() throws Exception {
        server.close();
        CommandRun run = CommandRun.of("send", server.address(), "hi");
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.errors())
                .containsExactly("natter: cannot connect to " + server.address()
                        + ": connection refused; is a server running there?");
    }

    @Test
    void aServerThatIsFullIsNoServer() throws Exception {
        CommandRun run = CommandRun.of("send", server.address(), "hi");
        try (FakeServer.Visitor visitor = server.accept()) {
            visitor.hears("FORMAT JSON");
            visitor.says("{\"type\":\"error\",\"command\":null,\"code\":\"too-many-connections\","
                    + "\"message\":\"too many connections\"}");
        }
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.errors())
                .containsExactly("natter: cannot connect to " + server.address()
                        + ": too-many-connections: too many connections");
    }
}
