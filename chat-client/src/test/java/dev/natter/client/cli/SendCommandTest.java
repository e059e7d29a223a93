package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.FakeServer;
import java.io.IOException;
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
    void isNeverMoreThanAHundredLinesAheadOfTheAnswers() throws Exception {
        CommandRun run = CommandRun.of("send", server.address());
        run.types(IntStream.rangeClosed(1, 250).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
        run.endsInput();
        try (FakeServer.Visitor visitor = server.welcome()) {
            for (int i = 1; i <= 250; i++) {
                visitor.hears("MSG line " + i);
                if (i == 100) {
                    assertThat(visitor.hasMoreToSay()).isFalse();
                }
                if (i >= 100) {
                    visitor.saysOk("MSG");
                }
            }
            for (int i = 1; i < 100; i++) {
                visitor.saysOk("MSG");
            }
            visitor.hearsHangUp();
        }
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aLostConnectionSaysHowFarItCame() throws Exception {
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
                        "natter: the connection to " + server.address()
                                + " was lost: killed by bob: spam; lines answered: 1, not answered: 2, the first of them line 2");
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
        String complaint = "natter: cannot connect to " + NO_HOST + ":7777: unknown host";

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
                .containsExactly("natter: cannot connect to " + server.address() + ": connection refused");
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
