package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.ChatClientMain;
import dev.natter.client.FakeServer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a process of its own has a standard input that is closed. */
class ClosedInputTest {

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @ValueSource(strings = {"send", "chat"})
    void countsAsEmpty(String command) throws Exception {
        try (FakeServer server = new FakeServer()) {
            Process client = new ProcessBuilder(
                            "sh",
                            "-c",
                            "exec \"$@\" <&-",
                            "sh",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ChatClientMain.class.getName(),
                            command,
                            server.address())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (FakeServer.Visitor visitor = server.welcome()) {
                visitor.hearsHangUp();
            }
            assertThat(client.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue()).isZero();
        }
    }
}
