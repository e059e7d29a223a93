package dev.natter.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.Verb;
import dev.natter.testkit.Transcripts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a new command needs besides its code, as CONTRIBUTING.md says. */
final class VerbIsDocumentedTest {

    @ParameterizedTest
    @EnumSource
    void byARowInTheProtocolWithItsSyntax(Verb verb) {
        assertThat(ProjectFiles.read("docs/protocol.md")).containsOnlyOnce("\n" + rowOf(verb));
    }

    @Test
    void inTheOrderOfTheVerbsAndWithoutAnyThatIsNone() {
        Pattern row = Pattern.compile("^\\| `[A-Z]+[^`]*` \\|", Pattern.MULTILINE);
        List<String> rows = row.matcher(ProjectFiles.read("docs/protocol.md"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Verb.values())
                        .map(VerbIsDocumentedTest::rowOf)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void byATranscriptOfItsOwn(Verb verb) {
        assertThat(Transcripts.onClassPath().topics())
                .contains("commands/" + verb.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void byALineInTheChangelog(Verb verb) {
        assertThat(ProjectFiles.read("CHANGELOG.md")).containsPattern("\\b" + verb + "\\b");
    }

    private static String rowOf(Verb verb) {
        return "| `" + verb.syntax().replace("|", "\\|") + "` |";
    }
}
