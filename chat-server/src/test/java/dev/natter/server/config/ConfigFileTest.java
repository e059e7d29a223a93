package dev.natter.server.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigFileTest {

    @TempDir
    private Path folder;

    @Test
    void isNamedByAFlagOrByTheEnvironmentAndTheFlagWins() {
        Reading reading = new Reading(folder);
        String one = reading.file("one", "port=1").toString();
        String two = reading.file("two", "port=2").toString();
        assertThat(reading.config("--config", one).ports()).containsExactly(1);
        assertThat(reading.config("--config=" + one).ports()).containsExactly(1);
        reading.withEnvironment("NATTER_CONFIG", two);
        assertThat(reading.config().ports()).containsExactly(2);
        assertThat(reading.config("--max-rooms", "3", "--config", one).ports()).containsExactly(1);
    }

    @Test
    void hasCommentsAndBlankLines() {
        Reading reading = new Reading(folder).withFile("# who may come in", "", "max-connections = 10", "max-per-ip=2");
        assertThat(reading.config().maxConnections()).isEqualTo(10);
        assertThat(reading.config().maxPerAddress()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prot", "--port", "config", "help", "version", "operator-password", "PORT"})
    void aNameThatIsNoSettingsIsRefused(String name) {
        Reading reading = new Reading(folder).withFile("max-rooms=1", name + "=1");
        reading.isWrongConfig("--config " + folder.resolve("natter.conf") + ": there is no setting \"" + name
                + "\"; the names are those of the options, without --");
    }

    @Test
    void aWrongValueIsRefusedInTheWordsOfTheOption() {
        new Reading(folder)
                .withFile("sendq=lots")
                .isWrongUsage(
                        "Invalid value for option '--sendq': \"lots\" is not a size such as 65536, 64KiB or 1MiB");
    }

    @Test
    void oneThatIsNotThereIsRefused() {
        Path missing = folder.resolve("missing");
        new Reading(folder)
                .isWrongConfig(
                        "--config " + missing + ": cannot be read; expected a text file (there is no such file)",
                        "--config",
                        missing.toString());
    }

    @Test
    void oneThatIsNotUtf8IsRefused() {
        Reading reading = new Reading(folder);
        Path latin = reading.file("latin", "motd=/tmp/größe", ISO_8859_1);
        reading.isWrongConfig(
                "--config " + latin + ": cannot be read; expected a text file (it is not UTF-8)",
                "--config",
                latin.toString());
    }

    @Test
    void oneWithoutANameIsRefused() {
        new Reading(folder)
                .isWrongUsage("Missing required parameter for option '--config' (FILE)", "--port", "1", "--config");
    }

    @Test
    void twoAreRefused() {
        Reading reading = new Reading(folder);
        String one = reading.file("one", "port=1").toString();
        reading.isWrongUsage(
                "option '--config' (FILE) should be specified only once", "--config", one, "--config", one);
    }
}
