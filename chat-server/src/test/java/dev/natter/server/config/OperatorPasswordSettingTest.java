package dev.natter.server.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.CommandParser;
import dev.natter.server.password.Argon2Hash;
import dev.natter.server.password.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        assertThat(fromFile(content).matches("hunter2")).isTrue();
    }

    @Test
    void everythingElseIsPartOfIt() {
        assertThat(fromFile("pässwörd with blanks behind  \n").matches("pässwörd with blanks behind  "))
                .isTrue();
        assertThat(fromFile("hunter2\r\r\n").matches("hunter2\r")).isTrue();
    }

    @Test
    void whatIsLongerThanALineIsRefused() {
        String longest = "x".repeat(8187);
        assertThat(fromFile(longest).matches(longest)).isTrue();
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
        assertPasswordIs("hunter2 ", reading);
        String file = reading.file("secret", "from the file").toString();
        assertPasswordIs("from the file", reading, "--operator-password-file", file);
    }

    @Test
    void theEnvironmentWinsOverTheSettingsFileAndTheFlagOverBoth() {
        Reading reading = new Reading(folder);
        Path one = reading.file("one", "one");
        Path two = reading.file("two", "two");
        Path three = reading.file("three", "three");
        reading.withFile("operator-password-file=" + one);
        assertPasswordIs("one", reading);
        reading.withEnvironment(VARIABLE, "itself");
        assertPasswordIs("itself", reading);
        reading.withEnvironment("NATTER_OPERATOR_PASSWORD_FILE", two.toString());
        assertPasswordIs("two", reading);
        assertPasswordIs("three", reading, "--operator-password-file", three.toString());
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
        assertThat(Password.of("hunter2").toString()).doesNotContain("hunter2");
        assertThat(CommandParser.parse("OPER hunter2").toString()).doesNotContain("hunter2");
    }

    @Test
    void aHashIsOneOfThePassword() {
        String hash = Argon2Hash.hash("hunter2").toPhc();
        assertThat(fromFile(hash + "\n").matches("hunter2")).isTrue();
        assertThat(fromFile(hash + "\n").matches(hash)).isFalse();
        assertPasswordIs("hunter2", new Reading(folder).withEnvironment(VARIABLE, hash));
    }

    @Test
    void aHashThatCannotBeCheckedIsRefused() {
        Reading reading = new Reading(folder);
        String file = reading.file("secret", "$argon2id$v=19$m=9999999,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaA\n")
                .toString();
        reading.isWrongConfig(
                "--operator-password-file " + file + ": the hash has m=9999999; expected 8 to 65536",
                "--operator-password-file",
                file);
        new Reading(folder)
                .withEnvironment(VARIABLE, "$2b$31$" + "a".repeat(21) + "." + "a".repeat(31))
                .isWrongConfig(VARIABLE + ": the hash has cost=31; expected 4 to 14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "r--r--r--"})
    @DisabledOnOs(OS.WINDOWS)
    void aPasswordThatOthersCanReadIsWarnedOf(String permissions) throws IOException {
        Reading reading = new Reading(folder);
        Path file = reading.file("secret", "hunter2\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThat(reading.read("--operator-password-file", file.toString()).warnings())
                .containsExactly("--operator-password-file " + file + ": others can read the password there;"
                        + " chmod 600 the file, or put a hash there, which natter hash-password makes");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onesOwnFileAndAHashAreNot() throws IOException {
        Reading reading = new Reading(folder);
        Path own = reading.file("own", "hunter2\n");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw--w--w-"));
        assertThat(reading.read("--operator-password-file", own.toString()).warnings())
                .isEmpty();
        Path hash = reading.file("hash", Argon2Hash.hash("hunter2").toPhc());
        Files.setPosixFilePermissions(hash, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(reading.read("--operator-password-file", hash.toString()).warnings())
                .isEmpty();
    }

    private static void assertPasswordIs(String expected, Reading reading, String... args) {
        assertThat(reading.config(args).operatorPassword()).isNotNull();
        assertThat(reading.config(args).operatorPassword().matches(expected)).isTrue();
    }

    private Password fromFile(String content) {
        Reading reading = new Reading(folder);
        String file = reading.file("secret", content).toString();
        return reading.config("--operator-password-file", file).operatorPassword();
    }
}
