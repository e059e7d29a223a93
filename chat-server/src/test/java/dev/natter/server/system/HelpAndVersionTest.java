package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.system.ServerProcess.Outcome;
import org.junit.jupiter.api.Test;

/** What was asked for is data, so it goes to standard output. */
class HelpAndVersionTest {

    @Test
    void helpListsTheOptions() throws Exception {
        try (ServerProcess server = ServerProcess.start("--help")) {
            Outcome outcome = server.ends();

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).anyMatch(line -> line.contains("--operator-password-file"));
            assertThat(outcome.err()).isEmpty();
        }
    }

    @Test
    void versionIsOneLine() throws Exception {
        try (ServerProcess server = ServerProcess.start("--version")) {
            Outcome outcome = server.ends();

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).singleElement().asString().startsWith("natter server ");
            assertThat(outcome.err()).isEmpty();
        }
    }
}
