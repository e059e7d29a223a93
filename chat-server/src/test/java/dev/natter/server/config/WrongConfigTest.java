package dev.natter.server.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is well-formed, but wrong all the same. */
final class WrongConfigTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--motd", "--operator-password-file", "--config"})
    void aFileThatIsNotThere(String option) {
        Path missing = folder.resolve("missing");
        new Reading(folder)
                .isWrongConfig(
                        option + " " + missing + ": cannot be read; expected a text file (there is no such file)",
                        option,
                        missing.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--motd", "--operator-password-file", "--config"})
    void aFolder(String option) {
        new Reading(folder)
                .isWrongConfig(
                        option + " " + folder + ": cannot be read; expected a text file (Is a directory)",
                        option,
                        folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--motd", "--operator-password-file", "--config"})
    void aFileThatIsNotUtf8(String option) {
        Reading reading = new Reading(folder);
        Path latin = reading.file("latin", "größe", ISO_8859_1);
        reading.isWrongConfig(
                option + " " + latin + ": cannot be read; expected a text file (it is not UTF-8)",
                option,
                latin.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no such host.invalid", "1::2::3", "", " "})
    void anAddressThatIsNone(String name) {
        new Reading(folder)
                .isWrongConfig(
                        "--bind: \"" + name.strip() + "\" is no address of this machine's;"
                                + " expected an IP address, a host name or '*'",
                        "--bind",
                        name);
    }

    @Test
    void anAddressThatIsNoneAmongOthers() {
        new Reading(folder)
                .isWrongConfig(
                        "--bind: \"\" is no address of this machine's; expected an IP address, a host name or '*'",
                        "--bind",
                        "127.0.0.1,,::1");
    }

    @Test
    void aCertificateWithoutAKey() {
        new Reading(folder).isWrongConfig("--tls-cert c: there is no key; expected --tls-key too", "--tls-cert", "c");
        new Reading(folder)
                .isWrongConfig("--tls-key k: there is no certificate; expected --tls-cert too", "--tls-key", "k");
    }

    @Test
    void tlsRequiredWithoutACertificate() {
        new Reading(folder)
                .isWrongConfig(
                        "--tls-required: there is no certificate; expected --tls-cert and --tls-key", "--tls-required");
    }

    @Test
    void aCertificateThatIsNone() {
        Reading reading = new Reading(folder);
        Path file = reading.file("cert.pem", "hello");
        reading.isWrongConfig(
                "--tls-cert " + file + ": holds no certificate; expected PEM with \"BEGIN CERTIFICATE\"",
                "--tls-cert=" + file,
                "--tls-key=" + file);
    }
}
