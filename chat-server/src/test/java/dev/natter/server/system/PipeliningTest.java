package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.util.ArrayList;
import java.util.List;

class PipeliningTest {

    private static final int COMMANDS = 10_000;

    /** Every third command is refused: errors have their place among the answers like any other. */
    private static final int REFUSED = 3;

    @WithOneAndTwoEventLoops
    void tenThousandCommandsInOneWriteAreAnsweredInOrder(int loops) {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops);
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome()) {
            alice.sendsBytes(commands());

            List<String> expected = new ArrayList<>();
            for (int i = 0; i < COMMANDS; i++) {
                expected.add(
                        i % REFUSED == 0
                                ? "[server] error: \"" + i + "\" is not a nickname: 1 to 30 letters, digits or"
                                        + " _-.|^{}~`, the first a letter or _"
                                : "[server] pong " + i);
            }
            assertThat(answers(alice)).isEqualTo(expected);
            alice.isQuiet();
        }
    }

    @WithOneAndTwoEventLoops
    void inJsonToo(int loops) {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops);
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesJsonWelcome()) {
            alice.sendsBytes(commands());

            List<String> expected = new ArrayList<>();
            for (int i = 0; i < COMMANDS; i++) {
                expected.add(
                        i % REFUSED == 0
                                ? "{\"type\":\"error\",\"command\":\"NICK\",\"code\":\"bad-nick\",\"message\":\"\\\""
                                        + i
                                        + "\\\" is not a nickname: 1 to 30 letters, digits or _-.|^{}~`, the first a"
                                        + " letter or _\"}"
                                : "{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"" + i + "\"}");
            }
            assertThat(answers(alice)).isEqualTo(expected);
            alice.isQuiet();
        }
    }

    private static byte[] commands() {
        StringBuilder commands = new StringBuilder();
        for (int i = 0; i < COMMANDS; i++) {
            commands.append(i % REFUSED == 0 ? "NICK " : "PING ").append(i).append('\n');
        }
        return commands.toString().getBytes(UTF_8);
    }

    private static List<String> answers(Telnet person) {
        List<String> answers = new ArrayList<>();
        while (answers.size() < COMMANDS) {
            answers.add(person.nextLine());
        }
        return answers;
    }
}
