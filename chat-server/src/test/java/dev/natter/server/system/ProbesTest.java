package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.system.ServerProcess.Outcome;
import dev.natter.testkit.Telnet;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever speaks another protocol ends as soon as they hang up; nobody hears a word of theirs, nor does the log. */
final class ProbesTest {

    /** Only a failure takes as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void areNoBother() throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0", "--bind=127.0.0.1")) {
            InetSocketAddress address = server.address();
            try (Telnet alice = Telnet.connect("alice", address).takesWelcome().takesNick("alice")) {
                alice.sends("JOIN #table").hears("[server] you are in #table (1 online)");
                alice.sends("LEAVE #lobby").hears("[server] you are in #table (1 online)");
                for (Map.Entry<String, byte[]> probe : Probes.ALL.entrySet()) {
                    assertThat(answerTo(probe.getValue(), address))
                            .as(probe.getKey())
                            .isNotEmpty();
                    alice.isQuiet();
                }
                alice.sends("ROOMS")
                        .hears("[server] #lobby (0 online)")
                        .hears("[server] #table (1 online)")
                        .isQuiet();
            }
            Outcome outcome = server.terminate().ends();
            assertThat(withoutTime(outcome.err()))
                    .containsExactly(
                            "INFO  listening on " + address.getHostString() + ":" + address.getPort(),
                            "INFO  stopping",
                            "INFO  stopped");
        }
    }

    /** All that the server says to somebody who says this and hangs up; it says something, and ends. */
    private static byte[] answerTo(byte[] probe, InetSocketAddress address) throws Exception {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(probe);
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        }
    }

    private static List<String> withoutTime(List<String> log) {
        return log.stream().map(line -> line.replaceFirst("^\\S+ ", "")).toList();
    }
}
