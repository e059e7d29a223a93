package dev.natter.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ProjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class HelpTest {

    @TempDir
    private Path folder;

    /** If it is meant to have changed: change golden/help.txt too. */
    @Test
    void readsAsInTheGoldenFile() throws IOException {
        String golden;
        try (InputStream file = HelpTest.class.getResourceAsStream("/golden/help.txt")) {
            golden = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
        String help = new Reading(folder).shows("--help");
        assertThat(help.replace("\r\n", "\n")).isEqualTo(golden);
        assertThat(new Reading(folder).shows("-h")).isEqualTo(help);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(new Reading(folder).shows("--version").lines())
                .singleElement()
                .asString()
                .startsWith("natter server ");
        assertThat(new Reading(folder).shows("-V")).startsWith("natter server ");
    }

    @Test
    void everyOptionIsInTheOperatorsManual() {
        String manual = ProjectFiles.read("docs/operations.md");
        assertThat(new CommandLine(new ServerOptions()).getCommandSpec().options())
                .extracting(OptionSpec::longestName)
                .filteredOn(option -> !option.equals("--help") && !option.equals("--version"))
                .allMatch(manual::contains, "is in docs/operations.md");
    }
}
