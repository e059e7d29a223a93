package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TranscriptReaderTest {
    @Test
    void everyStepThatThereIs() {
        Transcript transcript = read(
                "file secret: hunter2\\n",
                "file config.d_1-2: operator-password-file=${secret}",
                "file motd:",
                "server --motd ${motd}   --console",
                "server --admin-socket ${admin}",
                "",
                "# People come.",
                "alice connects",
                "bob connects as Bob",
                "carol connects in JSON",
                "dave connects over IPv6 as Дейв in JSON",
                "erin opens to the admin socket",
                "frank opens over IPv4",
                "gina connects to the admin socket as gina",
                "alice > MSG hello",
                "alice >",
                "alice >> MSG hel",
                "bob < [*] hello",
                "bob <",
                "bob hears bytes \\xFF\\xFC\\x06",
                "alice is quiet",
                "alice may have heard more",
                "alice hangs up",
                "alice is disconnected",
                "bob closes",
                "carol vanishes",
                "alice connects",
                "console > KILL bob spam",
                "console < *",
                "console is quiet",
                "console may have heard more",
                "server stops",
                "server stops: for good",
                "server has stopped",
                "server starts again");
        assertThat(transcript.rule()).isEqualTo("The rule.");
        assertThat(transcript.lines()).hasSize(33);
        assertThat(transcript.lines().get(0).number()).isEqualTo(2);
        assertThat(transcript.lines().get(5)).isEqualTo(new Transcript.Line(9, "alice connects", connects("alice")));
        assertThat(transcript.lines().get(8).step()).isEqualTo(new Step.Connects("dave", Route.IPV6, "Дейв", true));
        List<Object> kinds = new ArrayList<>();
        transcript.lines().forEach(line -> kinds.add(line.step().getClass()));
        assertThat(kinds).contains((Object[]) Step.class.getPermittedSubclasses());
    }

    private static Step connects(String who) {
        return new Step.Connects(who, Route.ANY_TCP, null, false);
    }

    @Test
    void windowsLineEndsAreLineEnds() {
        Transcript transcript = TranscriptReader.read("t.txt", "# Rule.\r\n\r\nalice connects\r\n");
        assertThat(transcript.lines()).containsExactly(new Transcript.Line(3, "alice connects", connects("alice")));
    }

    @Test
    void aLineKeepsItsBlanksButForTheOneBehindTheSign() {
        Transcript transcript = read("alice opens", "alice >   MSG  a \\x20");
        assertThat(transcript.lines().get(1).step()).isEqualTo(new Step.Sends("alice", "  MSG  a \\x20", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice says hello           | no step of a transcript reads so",
                "Alice connects             | no step of a transcript reads so",
                "alice                      | no step of a transcript reads so",
                "alice connects as          | no step of a transcript reads so",
                "server hangs up            | no step of a transcript reads so",
                "server connects            | no step of a transcript reads so",
                "file connects              | no step of a transcript reads so",
                "alice > MSG hello          | alice is not connected",
                "alice < hello              | alice is not connected",
                "alice is disconnected      | alice is not connected",
                "bob connects               | bob is connected already",
                "bob < a\\qb                | unknown escape \\q",
                "bob > \\x4                 | \\x needs two hexadecimal digits",
                "bob < \\xFF                | not valid UTF-8: \\xFF",
                "bob >> \\{a*b}             | a repetition is written \\{TEXT*N}",
                "server --max-rooms 2       | options of the server come before anybody connects",
                "file a: ${b}               | ${b} is neither ${admin} nor a file of the lines above",
                "file a: \\q                | unknown escape \\q",
                "server stops: \\xFF        | not valid UTF-8",
                "console > WHO              | the console needs: server --console",
                "console closes             | the console neither comes nor goes",
                "console connects           | the console neither comes nor goes",
                "console >> WHO             | the console neither comes nor goes",
                "al connects to the admin socket | the admin socket needs: server --admin-socket ${admin}",
            })
    void aMistakeIsNamedWithFileAndLine(String line, String complaint) {
        assertThatExceptionOfType(TranscriptSyntaxException.class)
                .isThrownBy(() -> read("", "bob connects", line, "bob is quiet"))
                .withMessageStartingWith("some/topic.txt:4: " + complaint);
    }

    @Test
    void whoHasHungUpOnlyListens() {
        assertThatExceptionOfType(TranscriptSyntaxException.class)
                .isThrownBy(() -> read("bob connects", "bob hangs up", "bob > MSG late"))
                .withMessage("some/topic.txt:4: bob has hung up, and can only listen");
    }

    @Test
    void aPathHasToBeKnown() {
        assertThatExceptionOfType(TranscriptSyntaxException.class)
                .isThrownBy(() -> read("server --motd ${motd}"))
                .withMessageStartingWith("some/topic.txt:2: ${motd} is neither");
    }

    @Test
    void blanksThatNobodySeesAreRefused() {
        assertThatExceptionOfType(TranscriptSyntaxException.class)
                .isThrownBy(() -> read("bob connects", "bob > MSG hi "))
                .withMessageStartingWith("some/topic.txt:3: a blank at the end");
    }

    @Test
    void theFirstLineSaysTheRule() {
        for (String content : new String[] {"", "\n# Rule.\nbob connects", "bob connects", "#", "#rule"}) {
            assertThatExceptionOfType(TranscriptSyntaxException.class)
                    .isThrownBy(() -> TranscriptReader.read("some/topic.txt", content))
                    .withMessage("some/topic.txt:1: the first line says the rule: # …");
        }
    }

    @Test
    void aTranscriptHasSteps() {
        assertThatExceptionOfType(TranscriptSyntaxException.class)
                .isThrownBy(() -> read())
                .withMessage("some/topic.txt:1: a transcript without a single step");
    }

    @Test
    void verbs() {
        Transcript transcript =
                read("bob connects", "bob > \\t nick x", "bob >> MSG a\\nwho\\n#no\\nQU", "bob < KILL", "bob >");
        assertThat(transcript.verbs()).containsExactlyInAnyOrder("NICK", "MSG", "WHO", "QU");
    }

    private static Transcript read(String... lines) {
        String content = Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining());
        return TranscriptReader.read("some/topic.txt", "# The rule.\n" + content);
    }
}
