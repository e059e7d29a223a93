package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

final class RemoteServerTest {
    private FakeServer elsewhere;
    private TranscriptRunner runner;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        elsewhere = new FakeServer(List.of(), folder);
        runner = new TranscriptRunner(
                RemoteServer.at("127.0.0.1:" + elsewhere.addresses().get(0).getPort()), Telnet.PATIENCE);
    }

    @AfterEach
    void stop() {
        elsewhere.close();
    }

    @Test
    void oneTranscriptAfterTheOther() throws Exception {
        for (int i = 0; i < 20; i++) {
            // Each finds the server as if it were fresh, though the people of the one before have only just closed.
            play(
                    "alice connects over IPv4 as alice\nbob connects\nalice > WHO\nalice < [server] #lobby (2 online): alice\n");
        }
        assertThat(elsewhere.closed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server --max-rooms 2\nalice connects",
                "server --console\nconsole > WHO",
                "server --admin-socket ${admin}\nroot connects to the admin socket",
                "alice connects\nserver stops",
                "alice connects\nserver has stopped",
                "alice connects\nserver starts again",
                "alice connects over IPv6",
            })
    void whatItCannotDoIsSkipped(String lines) {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> play(lines))
                .withMessageContaining("some/topic.txt:");
    }

    @Test
    void aPropertyThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemoteServer.at("localhost"))
                .withMessage("-Dnatter.server=localhost: expected HOST:PORT");
    }

    private void play(String lines) throws Exception {
        runner.play(TranscriptReader.read("some/topic.txt", "# The rule.\n" + lines));
    }
}
