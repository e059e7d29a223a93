package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.system.ServerProcess.Outcome;
import dev.natter.testkit.Telnet;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program's log: on standard error, with the real ports and each connection's life, and without what people say. */
class LogTest {

    private static final String PASSWORD = "sesame-correct";

    @Test
    void neverATextOfAnybodysNorAPassword() throws Exception {
        Map<String, String> environment = Map.of("NATTER_OPERATOR_PASSWORD", PASSWORD);
        try (ServerProcess server = ServerProcess.start(environment, "--port=0", "-v")) {
            InetSocketAddress address = server.address();
            try (Telnet alice = Telnet.connect("alice", address).takesWelcome().takesNick("alice");
                    Telnet bob = Telnet.connect("bob", address).takesWelcome().takesNick("bob");
                    Telnet carol =
                            Telnet.connect("carol", address).takesWelcome().takesNick("carol")) {
                sayAllKindsOfThings(alice);
                carol.sends("QUIT sesame-quit").linesUntilEnd();
                alice.sends("KILL bob sesame-kill").settles();
                bob.linesUntilEnd();
                alice.sends("SHUTDOWN sesame-shutdown").linesUntilEnd();
            }
            Outcome outcome = server.ends();

            assertThat(outcome.err())
                    .noneMatch(line -> line.contains("sesame"))
                    .anyMatch(line -> line.contains("alice became an operator"))
                    .anyMatch(line -> line.contains("alice killed bob"))
                    .anyMatch(line -> line.contains("alice shuts the server down"))
                    .noneMatch(line -> line.startsWith("\tat "));
            assertThat(outcome.out()).isEmpty();
        }
    }

    /** Among them what is refused, and what is not even a command. */
    private static void sayAllKindsOfThings(Telnet alice) {
        alice.sends("MSG sesame-msg")
                .sends("TELL bob sesame-tell")
                .sends("TELL #lobby sesame-tell")
                .sends("TELL nobody sesame-tell")
                .sends("PING sesame-ping")
                .sends("sesame-command and more")
                .sends("MSG " + "sesame-long".repeat(300))
                .sends("sesame-line".repeat(1000))
                .sendsBytes("MSG sesame-\u00FF\u00FF\u00FE\u0001\u00C0\n".getBytes(ISO_8859_1))
                .sends("FORMAT sesame-format")
                .sends("HELP sesame-help")
                .sends("OPER sesame-wrong")
                .sends("OPER " + PASSWORD)
                .settles();
    }

    @Test
    void withVerboseEachConnectionsLifeAndItsReason() throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0", "-v")) {
            InetSocketAddress address = server.address();
            try (Telnet alice = Telnet.connect("alice", address).takesWelcome().takesNick("alice")) {
                alice.sends("QUIT");
                logsALife(server, "alice", "QUIT");
            }
            try (Telnet bob = Telnet.connect("bob", address).takesWelcome().takesNick("bob")) {
                bob.vanish();
                logsALife(server, "bob", "LOST");
            }
            server.terminate();
            assertThat(server.ends().exitCode()).isZero();
        }
    }

    /** All of it under the connection's number. */
    private static void logsALife(ServerProcess server, String nick, String reason) {
        Pattern open = Pattern.compile(".* DEBUG (connection \\d+ \\(127\\.0\\.0\\.1:\\d+\\)) is open");
        String connection = open.matcher(server.logs(open)).replaceFirst("$1");
        server.logs(Pattern.compile(".* DEBUG " + Pattern.quote(connection + " ends as " + nick + ": " + reason)));
    }

    @Test
    void asJsonALineIsAnObject() throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0", "--log-format=json", "-v")) {
            InetSocketAddress address = server.address();
            Telnet.connect("alice", address).takesWelcome().close();
            server.terminate();

            List<Map<String, String>> lines =
                    server.ends().err().stream().map(Json::fields).toList();

            assertThat(lines)
                    .anyMatch(line -> line.containsValue("listening on 127.0.0.1:" + address.getPort()))
                    .anyMatch(line -> line.containsValue("stopped"));
        }
    }
}
