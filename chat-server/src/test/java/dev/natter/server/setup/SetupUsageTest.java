package dev.natter.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ProjectFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SetupUsageTest {

    @ParameterizedTest
    @ValueSource(strings = {"hash-password", "cert"})
    void theHelpListsTheExitCodes(String word) {
        SetupRun run = SetupRun.of(word, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).first().asString().startsWith("Usage: natter " + word);
        assertThat(run.out()).containsSubsequence("Exit codes:", "  0   done", "  1   failed", "  2   wrong usage");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash-password", "cert"})
    void theVersionIsOneLine(String word) {
        SetupRun run = SetupRun.of(word, "--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("natter server ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash-password", "cert"})
    void theOperatorsManualHasIt(String word) {
        assertThat(ProjectFiles.read("docs/operations.md")).contains("./natter " + word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "hash-password hunter2 => unmatched argument at index 1: 'hunter2'; see natter hash-password --help",
                "hash-password --loud => unknown option: '--loud'; see natter hash-password --help",
                "cert --days 0 => invalid value for option '--days': \"0\" is not a number from 1 to 36500; see natter cert --help",
                "cert --days soon => invalid value for option '--days': \"soon\" is not a number from 1 to 36500; see natter cert --help",
                "cert --host 1.2.3.999 => --host: \"1.2.3.999\" is neither a host name nor an IP address;"
                        + " see natter cert --help",
                "cert --host a..b => --host: \"a..b\" is neither a host name nor an IP address; see natter cert --help",
                "cert --cert x --key ./x => --cert and --key: expected two files; see natter cert --help",
            })
    void whatIsWrongIsSaidInOneSentence(String arguments, String complaint) {
        SetupRun run = SetupRun.of(arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsExactly("natter: " + complaint);
        assertThat(run.out()).isEmpty();
    }
}
