package dev.natter.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testkit.Telnet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The bot of the documentation, as it stands there. */
class TimeBotTest {

    private static final Path DOCS = Path.of(System.getProperty("basedir", ""), "..", "docs");

    @Test
    void itTellsTheTime() throws Exception {
        try (RealServer server = RealServer.start();
                Telnet bob = server.person("bob")) {
            Process bot = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            DOCS.resolve("TimeBot.java").toString(),
                            server.host(),
                            String.valueOf(server.port())))
                    .inheritIO()
                    .start();
            try {
                bob.hears("[server] guest1 joined #lobby (2 online)").hears("[server] guest1 is now timebot");
                bob.sends("MSG what time is it?").sends("MSG !time").hears("[timebot] bob: it is *:*");
                bob.sends("OPER " + RealServer.OPERATOR_PASSWORD).hears("[server] you are an operator");
                bob.sends("KILL timebot").hears("[server] timebot left *").hears("[server] timebot was killed");
                assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
            } finally {
                bot.destroyForcibly();
            }
        }
    }

    @Test
    void itIsTheOneThatIsShown() throws Exception {
        assertThat(Files.readString(DOCS.resolve("client.md")))
                .contains("```java\n" + Files.readString(DOCS.resolve("TimeBot.java")) + "```\n");
    }
}
