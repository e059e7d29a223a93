package dev.natter.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {

    @TempDir
    private Path folder;

    @Test
    void variablesThatAreNoSettingsAreNotOurs() {
        Reading reading = new Reading(folder)
                .withEnvironment("NATTER_JAVA_OPTS", "-Xmx64m")
                .withEnvironment("NATTER_HELP", "true")
                .withEnvironment("NATTER_VERSION", "true")
                .withEnvironment("NATTER_HOST", "elsewhere")
                .withEnvironment("PORT", "1")
                .withEnvironment("natter_port", "1");
        assertThat(reading.config().ports()).containsExactly(7777);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATTER_PORT",
                "NATTER_BIND",
                "NATTER_OPERATOR_PASSWORD_FILE",
                "NATTER_OPERATOR_PASSWORD",
                "NATTER_ADMIN_SOCKET",
                "NATTER_CONSOLE",
                "NATTER_SENDQ",
                "NATTER_MAX_CONNECTIONS",
                "NATTER_MOTD",
                "NATTER_LOG_FORMAT",
                "NATTER_VERBOSE",
                "NATTER_CONFIG"
            })
    void anEmptyVariableIsNone(String name) {
        Launch empty = new Reading(folder).withEnvironment(name, "").read();
        assertThat(empty).isEqualTo(new Reading(folder).read());
    }

    @Test
    void anEmptyVariableLeavesTheFileInForce() {
        Reading reading = new Reading(folder).withFile("port=1").withEnvironment("NATTER_PORT", "");
        assertThat(reading.config().ports()).containsExactly(1);
    }

    @Test
    void blanksAroundCommasDoNoHarm() {
        Reading reading = new Reading(folder)
                .withEnvironment("NATTER_PORT", " 1, 2 ")
                .withEnvironment("NATTER_BIND", "127.0.0.1, ::1");
        assertThat(reading.config().ports()).containsExactly(1, 2);
        assertThat(reading.config().addresses()).hasSize(2);
    }

    @Test
    void aWrongValueIsRefusedInTheWordsOfTheOption() {
        new Reading(folder)
                .withEnvironment("NATTER_PORT", "http")
                .isWrongUsage("Invalid value for option '--port' (N): \"http\" is not a port from 0 to 65535");
    }
}
