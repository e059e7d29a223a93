package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * What is true passes, and what is not is found and named. The transcripts here are about a fake server, not about
 * ours.
 */
final class TranscriptRunnerTest {
    /** For what never comes: as short as a test may wait in vain. */
    private static final Duration IMPATIENCE = Duration.ofMillis(100);

    private @Nullable FakeServer server;
    private @Nullable Path folder;

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(server().closed).isTrue();
        assertThat(Objects.requireNonNull(folder)).doesNotExist();
    }

    @Test
    void aDialogue() throws Exception {
        play(
                "alice connects as alice",
                "bob connects as bob in JSON",
                "alice > MSG hello",
                "bob < [alice] hello",
                "bob >> MSG h\\u{e9}ll",
                "bob >> o\\n",
                "alice < [bob] h*o",
                "alice is quiet",
                "bob > REPLY one\\\\n\\\\xFF\\\\xFC\\\\x06two\\\\n",
                "bob < one",
                "bob < two",
                "bob hears bytes \\xFF\\xFC\\x06",
                "bob > QUIT",
                "bob is disconnected",
                "bob connects",
                "bob > MSG again",
                "alice < [guest2] again",
                "alice closes",
                "bob vanishes");
    }

    @Test
    void aWrongLine() {
        assertThat(failureOf("alice connects", "bob connects as bob", "bob > MSG hi", "alice < [bob] ho"))
                .isEqualTo("""
                        some/topic.txt:5: alice < [bob] ho
                        alice expected: [bob] ho
                        alice heard:    [bob] hi
                        and before, the latest last:
                          [server] Welcome to natter. You are guest1 in #lobby (1 online). HELP lists the commands.""");
    }

    @Test
    void aMissingLine() {
        assertThat(failureOf("alice connects", "alice > NOTHING", "alice < something"))
                .startsWith("""
                        some/topic.txt:4: alice < something
                        alice expected: something
                        alice heard:    nothing within 100 ms
                        """);
    }

    @Test
    void aLineWithoutAnEnd() {
        assertThat(failureOf("alice connects", "alice > REPLY something", "alice < something"))
                .contains("alice heard:    nothing within 100 ms, behind an unfinished line: something");
    }

    @Test
    void anUnexpectedLineWhereThereShouldBeQuiet() {
        assertThat(failureOf("alice connects", "bob connects as bob", "bob > MSG hi", "alice is quiet"))
                .startsWith("""
                        some/topic.txt:5: alice is quiet
                        alice expected: nothing (a PING's answer came next)
                        alice heard:    [bob] hi
                        """);
    }

    @Test
    void anUnexpectedLineAtTheEnd() {
        assertThat(failureOf("alice connects", "bob connects as bob", "bob > MSG hi"))
                .startsWith("some/topic.txt:4: (at the end)\nalice expected: nothing")
                .contains("alice heard:    [bob] hi");
    }

    @Test
    void anUnexpectedLineAtTheEndThatIsExcused() throws Exception {
        play("alice connects", "bob connects as bob", "bob > MSG hi", "alice may have heard more");
    }

    @Test
    void telnetBytesThatNobodyAskedFor() {
        assertThat(failureOf("alice connects", "alice > REPLY \\\\xFF\\\\xFC\\\\x06", "alice is quiet"))
                .contains("alice expected: no Telnet bytes\nalice heard:    the Telnet bytes \\xFF\\xFC\\x06");
        assertThat(failureOf(
                        "alice connects", "alice > REPLY \\\\xFF\\\\xFC\\\\x06", "alice hears bytes \\xFF\\xFC\\x01"))
                .contains(
                        "expected: the Telnet bytes \\xFF\\xFC\\x01\nalice heard:    the Telnet bytes \\xFF\\xFC\\x06");
        assertThat(failureOf("alice connects", "alice hears bytes \\xFF\\xFC\\x01"))
                .contains("alice heard:    the Telnet bytes \n");
    }

    @Test
    void aMissingDisconnect() {
        assertThat(failureOf("alice connects", "alice is disconnected")).startsWith("""
                        some/topic.txt:3: alice is disconnected
                        alice expected: the end of the stream
                        alice heard:    nothing within 100 ms
                        """);
    }

    @Test
    void anUnexpectedDisconnect() {
        assertThat(failureOf("alice connects", "alice > QUIT", "alice < bye"))
                .contains("alice expected: bye\nalice heard:    the end of the stream\n");
        assertThat(failureOf("alice connects", "alice > QUIT", "bob connects"))
                .startsWith("some/topic.txt:4: (at the end)\nalice expected: ");
    }

    @Test
    void aLineBeforeTheDisconnect() {
        assertThat(failureOf("alice connects", "alice >> REPLY bye\\\\n\\nQUIT\\n", "alice is disconnected"))
                .contains("alice expected: the end of the stream\nalice heard:    bye\n");
        assertThat(failureOf("alice connects", "alice >> REPLY by\\nQUIT\\n", "alice is disconnected"))
                .contains("alice heard:    the end of the stream, behind an unfinished line: by\n");
    }

    @Test
    void aResetIsNoOrderlyEnd() {
        assertThat(failureOf("alice connects", "alice > RESET", "alice is disconnected"))
                .contains("alice expected: the end of the stream\nalice heard:    a reset of the connection");
    }

    @Test
    void aPingThatCrossesTheEndIsNotTheServersFault() throws Exception {
        play(
                "alice connects",
                "bob connects",
                "alice >> MSG hi\\nQUIT\\n",
                "bob > NOTHING",
                "bob < *",
                "alice is disconnected");
    }

    @Test
    void whatIsNotUtf8() {
        assertThat(failureOf("alice connects", "alice > REPLY caf\\\\xE9\\\\n", "alice < caf*"))
                .startsWith("some/topic.txt:4: alice < caf*\n")
                .contains("not valid UTF-8: caf\\xE9");
    }

    @Test
    void beforeSomebodyElseActsTheLastSpeakerSettles() throws Exception {
        play(
                "alice connects as alice",
                "bob connects as bob",
                "alice > NOTHING",
                "alice > REPLY kept\\\\n",
                "bob > REPLY heard\\\\n",
                "bob < heard",
                "bob > NOTHING",
                "alice < kept",
                "alice is quiet");
        assertThat(heardWithoutTokens())
                .containsExactly(
                        "guest1: ",
                        "guest1: NICK alice",
                        "alice: PING", // bob connects
                        "guest2: ",
                        "guest2: NICK bob",
                        "bob: PING", // alice sends
                        "alice: NOTHING",
                        "alice: REPLY kept\\n",
                        "alice: PING", // bob sends
                        "bob: REPLY heard\\n",
                        "bob: NOTHING",
                        "bob: PING", // alice is quiet
                        "alice: PING",
                        "alice: PING", // the end
                        "bob: PING");
    }

    @Test
    void whoCannotSettleIsLeftAlone() throws Exception {
        play(
                "alice connects as alice",
                "bob connects as bob",
                "carol connects as carol",
                "alice >> NOTH",
                "bob > NOTHING",
                "bob hangs up",
                "carol > NOTHING",
                "bob is disconnected",
                "carol is quiet",
                "alice >> ING\\n",
                "carol > NOTHING");
        // Bob cannot be asked either: when his line is carried out, nobody knows.
        assertThat(heardWithoutTokens())
                .contains("bob: NOTHING")
                .containsSubsequence(
                        "carol: NOTHING", "carol: PING", "alice: NOTHING", "alice: PING", "carol: NOTHING");
        assertThat(received()).noneMatch(line -> line.contains("NOTHPING"));
    }

    @Test
    void somebodyWithAnUnfinishedLineCannotBeAsked() {
        assertThat(failureOf("alice connects", "alice >> NOTH", "alice is quiet"))
                .contains("alice expected: to be able to ask with a PING\nalice heard:    an unfinished line before");
    }

    @Test
    void somebodyWithAnUnfinishedLineAtTheEnd() throws Exception {
        play("alice connects", "alice >> NOTH");
        assertThat(failureOf("alice connects", "bob connects", "bob >> NOTH", "alice > MSG hi", "alice is quiet"))
                .startsWith("some/topic.txt:6: (at the end)\nbob expected: nothing\nbob heard:    [guest1] hi\n");
    }

    @Test
    void whoHasHungUpHearsTheRestAndTheEnd() throws Exception {
        play("alice connects", "alice > REPLY last words\\\\n", "alice hangs up", "alice < last words");
        assertThat(failureOf("alice connects", "alice > REPLY last words\\\\n", "alice hangs up"))
                .startsWith(
                        "some/topic.txt:4: (at the end)\nalice expected: the end of the stream\nalice heard:    last words");
    }

    @Test
    void filesAndOptions() throws Exception {
        List<String> files = List.of("hunter2\n", "password-file=<folder>/secret", "");
        play(
                options -> {
                    assertThat(options).hasSize(6).startsWith("--a").contains("--b=2", "--console");
                    for (int i = 0; i < files.size(); i++) {
                        Path file = Path.of(options.get(List.of(1, 3, 5).get(i)));
                        assertThat(file).hasContent(files.get(i).replace("<folder>", String.valueOf(file.getParent())));
                    }
                },
                "file secret: hunter2\\n",
                "file config: password-file=${secret}",
                "server --a ${secret} --b=2 ${config}",
                "file empty:",
                "server --console ${empty}",
                "alice connects");
    }

    @Test
    void theAdminSocket() throws Exception {
        play(
                "server --admin-socket ${admin}",
                "root connects to the admin socket as root",
                "root > QUIT",
                "root is disconnected");
    }

    @Test
    void theConsole() throws Exception {
        play(
                "server --console",
                "alice connects as alice",
                "console > WHO",
                "alice > NOTHING",
                "console < [server] typed: WHO",
                "console is quiet",
                "console > \\\\close",
                "alice < [server] closing: closed",
                "alice is disconnected",
                "server has stopped");
        assertThat(heardWithoutTokens())
                .containsSubsequence(
                        "console: WHO", "console: PING", "alice: NOTHING", "alice: PING", "console: \\close");
        assertThat(failureOf("server --console", "console > WHO"))
                .contains("console expected: nothing")
                .contains("console heard:    [server] typed: WHO");
        play("server --console", "console > WHO", "console may have heard more");
    }

    @Test
    void theServerStopsAndStartsAgain() throws Exception {
        play(
                "alice connects",
                "server stops: maintenance",
                "alice < [server] closing: maintenance",
                "alice is disconnected",
                "server starts again",
                "alice connects",
                "alice > STOP myself",
                "alice < [server] closing: myself",
                "alice is disconnected",
                "server has stopped",
                "server starts again",
                "server stops");
        assertThat(failureOf("alice connects", "server has stopped"))
                .startsWith("some/topic.txt:3: server has stopped\nexpected the server to have stopped");
    }

    @Test
    void overIpv6() throws Exception {
        play("server --ipv6", "alice connects over IPv6", "bob connects over IPv4");
    }

    @Test
    void nobodyListensThere() {
        assertThat(failureOf("server stops", "alice connects"))
                .startsWith("some/topic.txt:3: alice connects\n")
                .contains("alice cannot connect to");
    }

    @Test
    void whatTheServerFindsAtItsEndFailsTheTranscript() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> play("server --fails-at-close", "alice connects"))
                .withMessage("a stack trace was logged");
    }

    @Test
    void whatTheServerCannotOfferSkipsTheTranscript() throws Exception {
        play("alice connects");
        TranscriptRunner runner =
                new TranscriptRunner((options, folder) -> Assumptions.abort("no server today"), IMPATIENCE);
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> runner.play(transcript("alice connects")))
                .withMessageContaining("some/topic.txt:2: alice connects\n")
                .withMessageContaining("no server today");
    }

    private interface OptionsCheck {
        void check(List<String> options) throws Exception;
    }

    private void play(String... lines) throws Exception {
        play(options -> {}, lines);
    }

    private void play(OptionsCheck check, String... lines) throws Exception {
        play(Telnet.PATIENCE, check, lines);
    }

    private void play(Duration patience, OptionsCheck check, String... lines) throws Exception {
        TranscriptRunner runner = new TranscriptRunner(
                (options, where) -> {
                    assertThat(where).isDirectory();
                    check.check(options);
                    folder = where;
                    server = new FakeServer(options, where);
                    return server;
                },
                patience);
        runner.play(transcript(lines));
    }

    private String failureOf(String... lines) {
        AssertionError failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                AssertionError.class, () -> play(IMPATIENCE, options -> {}, lines));
        return String.valueOf(Objects.requireNonNull(failure, "it passed").getMessage());
    }

    private FakeServer server() {
        return Objects.requireNonNull(server);
    }

    private List<String> received() {
        return server().received;
    }

    private List<String> heardWithoutTokens() {
        return received().stream()
                .map(line -> line.replaceAll("PING .*", "PING"))
                .toList();
    }

    private static Transcript transcript(String... lines) {
        String content = Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining());
        return TranscriptReader.read("some/topic.txt", "# The rule.\n" + content);
    }
}
