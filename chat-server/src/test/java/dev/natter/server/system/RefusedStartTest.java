package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.system.ServerProcess.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that cannot start says why in one sentence, and scripts can tell why by its exit code. */
class RefusedStartTest {

    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 69;
    private static final int CONFIG = 78;

    @TempDir
    private Path folder;

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            isRefused(UNAVAILABLE, "127.0.0.1:" + port, "--bind", "127.0.0.1", "--port", port);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--no-such-option, --no-such-option", // unknown
        "--port, seven", // does not parse
        "--sendq, much",
        "--port, 65536", // out of its range
        "--io-threads, 0"
    })
    void wrongUsage(String option, String value) throws Exception {
        if (option.equals(value)) {
            isRefused(USAGE, value, option);
        } else {
            isRefused(USAGE, value, option, value);
        }
    }

    @Test
    void aPasswordFileThatCannotBeRead() throws Exception {
        String missing = folder.resolve("missing").toString();

        isRefused(CONFIG, missing, "--port", "0", "--operator-password-file", missing);
    }

    @Test
    void anUnknownNameInTheConfigFile() throws Exception {
        Path file = Files.writeString(folder.resolve("natter.conf"), "port=0\nports=1\n");

        isRefused(CONFIG, "\"ports\"", "--config", file.toString());
    }

    private static void isRefused(int exitCode, String says, String... options)
            throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(options)) {
            Outcome outcome = server.ends();

            assertThat(outcome.err())
                    .as(Arrays.toString(options))
                    .singleElement()
                    .asString()
                    .startsWith("natter: ");
            assertThat(outcome.err().get(0)).contains(says);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(exitCode);
        }
    }
}
