package dev.natter.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are on or off, wherever and in whatever spelling that is said. */
final class SwitchTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "file {0}, environment {1}, flag {2}")
    @CsvSource({
        // file, environment, flag, expected
        ",,,",
        ",, --console, true",
        ",, --no-console, false",
        ",, --console=true, true",
        ",, --console=false, false",
        ", true,, true",
        ", TRUE,, true",
        ", false,, false",
        ", '',,",
        ", true, --console, true",
        ", true, --no-console, false",
        ", false, --console, true",
        ", false, --no-console, false",
        "true,,, true",
        "false,,, false",
        "true, '',, true",
        "true, false,, false",
        "false, true,, true",
        "true,, --console, true",
        "true,, --no-console, false",
        "false,, --console, true",
        "false,, --no-console, false",
        "true, true, --no-console, false",
        "false, false, --console, true",
    })
    void theConsole(
            @Nullable String inFile,
            @Nullable String inEnvironment,
            @Nullable String flag,
            @Nullable Boolean expected) {
        assertThat(read("console", "NATTER_CONSOLE", inFile, inEnvironment, flag)
                        .console())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "file {0}, environment {1}, flag {2}")
    @CsvSource({
        ",,, false",
        ",, -v, true",
        ",, --verbose, true",
        ", true,, true",
        ", '',, false",
        ", true, -v, true",
        ", true, --verbose, true",
        ", true, --verbose=false, false",
        ", false, -v, true",
        "true,,, true",
        "true,, -v, true",
        "true, false,, false",
    })
    void theVerboseLog(
            @Nullable String inFile, @Nullable String inEnvironment, @Nullable String flag, boolean expected) {
        assertThat(read("verbose", "NATTER_VERBOSE", inFile, inEnvironment, flag)
                        .verbose())
                .isEqualTo(expected);
    }

    private Launch read(
            String name,
            String variable,
            @Nullable String inFile,
            @Nullable String inEnvironment,
            @Nullable String flag) {
        Reading reading = new Reading(folder);
        if (inFile != null) {
            reading.withFile(name + "=" + inFile);
        }
        if (inEnvironment != null) {
            reading.withEnvironment(variable, inEnvironment);
        }
        return flag == null ? reading.read() : reading.read(flag);
    }
}
