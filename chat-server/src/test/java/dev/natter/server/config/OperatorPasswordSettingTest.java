package dev.natter.server.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.CommandParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret comes from a file or from the environment. */
final class OperatorPasswordSettingTest {

    private static final String VARIABLE = "NATTER_OPERATOR_PASSWORD";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
    void theFileEndsWithoutItsLastLineEnd(String content) {
        assertThat(fromFile(content)).isEqualTo("hunter2");
    }

    @Test
    void everythingElseIsPartOfIt() {
        assertThat(fromFile("pässwörd with blanks behind  \n")).isEqualTo("pässwörd with blanks behind  ");
        assertThat(fromFile("hunter2\r\r\n")).isEqualTo("hunter2\r");
    }

    @Test
    void whatIsLongerThanALineIsRefused() {
        String longest = "x".repeat(8187);
        assertThat(fromFile(longest)).isEqualTo(longest);
        Reading reading = new Reading(folder);
        String file = reading.file("secret", longest + "x").toString();
        reading.isWrongConfig(
                "--operator-password-file " + file + ": expected at most 8187 bytes", "--operator-password-file", file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter2\n\n", "hunter2\r\n\r\n", "\nhunter2\n", "one\ntwo", " hunter2", "\thunter2\n", " "})
    void whatNobodyCouldTypeIsRefused(String content) {
        Reading reading = new Reading(folder);
        String file = reading.file("secret", content).toString();
        reading.isWrongConfig(
                "--operator-password-file " + file + ": expected one line that does not begin with a blank",
                "--operator-password-file",
                file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void anEmptyOneIsRefused(String content) {
        Reading reading = new Reading(folder);
        String file = reading.file("secret", content).toString();
        reading.isWrongConfig(
                "--operator-password-file " + file + ": it is empty; expected a password",
                "--operator-password-file",
                file);
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        Reading reading = new Reading(folder);
        String file = reading.file("secret", "pässwörd", ISO_8859_1).toString();
        reading.isWrongConfig(
                "--operator-password-file " + file + ": cannot be read; expected a text file (it is not UTF-8)",
                "--operator-password-file",
                file);
    }

    @Test
    void theEnvironmentMayHaveItInstead() {
        Reading reading = new Reading(folder).withEnvironment(VARIABLE, "hunter2 ");
        assertThat(reading.config().operatorPassword()).isEqualTo("hunter2 ");
        String file = reading.file("secret", "from the file").toString();
        assertThat(reading.config("--operator-password-file", file).operatorPassword())
                .isEqualTo("from the file");
    }

    @Test
    void theEnvironmentWinsOverTheSettingsFileAndTheFlagOverBoth() {
        Reading reading = new Reading(folder);
        Path one = reading.file("one", "one");
        Path two = reading.file("two", "two");
        Path three = reading.file("three", "three");
        reading.withFile("operator-password-file=" + one);
        assertThat(reading.config().operatorPassword()).isEqualTo("one");
        reading.withEnvironment(VARIABLE, "itself");
        assertThat(reading.config().operatorPassword()).isEqualTo("itself");
        reading.withEnvironment("NATTER_OPERATOR_PASSWORD_FILE", two.toString());
        assertThat(reading.config().operatorPassword()).isEqualTo("two");
        assertThat(reading.config("--operator-password-file", three.toString()).operatorPassword())
                .isEqualTo("three");
    }

    @ParameterizedTest
    @ValueSource(strings = {" hunter2", "one\ntwo", "hunter2\n"})
    void whatNobodyCouldTypeIsRefusedInTheEnvironmentToo(String password) {
        new Reading(folder)
                .withEnvironment(VARIABLE, password)
                .isWrongConfig(VARIABLE + ": expected one line that does not begin with a blank");
    }

    @Test
    void noSentenceAndNoStringShowsIt() {
        Reading reading = new Reading(folder).withEnvironment(VARIABLE, "hunter2");
        assertThat(reading.read().toString()).doesNotContain("hunter2");
        assertThat(CommandParser.parse("OPER hunter2").toString()).doesNotContain("hunter2");
    }

    private String fromFile(String content) {
        Reading reading = new Reading(folder);
        String file = reading.file("secret", content).toString();
        return reading.config("--operator-password-file", file).operatorPassword();
    }
}
