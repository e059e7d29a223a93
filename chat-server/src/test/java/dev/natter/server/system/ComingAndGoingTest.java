package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ComingAndGoingTest {

    private static final int VISITORS = 2_000;

    /** For whatever opens files only the first time. */
    private static final int FIRST_VISITORS = 20;

    /** Only a failure takes as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @WithOneAndTwoEventLoops
    void twoThousandComeAndGoAtOnceAndWhoCountsRight(int loops) throws IOException {
        assumeThat(system().getMaxFileDescriptorCount())
                .as("open files allowed, of which each visitor here needs two")
                .isGreaterThan(2 * VISITORS + 500);
        try (InProcessServer server = InProcessServer.with(
                        "--io-threads=" + loops, "--max-connections=0", "--max-per-ip=0", "--presence-limit=0");
                Telnet alice = Telnet.connect("alice", server.addresses().get(0), PATIENCE)
                        .takesJsonWelcome()
                        .takesNick("alice")) {
            visit(FIRST_VISITORS, server.addresses().get(0), alice);
            long filesBefore = system().getOpenFileDescriptorCount();

            visit(VISITORS, server.addresses().get(0), alice);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(system().getOpenFileDescriptorCount())
                            .as("open files")
                            .isLessThanOrEqualTo(filesBefore));
        }
    }

    private static void visit(int count, SocketAddress address, Telnet alice) throws IOException {
        try (Crowd visitors = new Crowd(count, address)) {
            visitors.sends("PING here").hearUntil("[server] pong here");
            List<String> guests =
                    IntStream.rangeClosed(1, count).mapToObj(i -> "guest" + i).toList();
            assertThat(who(alice))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("alice"), guests.stream()).toList());
            visitors.goesInAllWays();
        }
        // Nobody is told when the server notices that somebody has gone; so alice asks, until it has noticed all.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> left = who(alice);
        while (left.size() > 1 && System.nanoTime() < deadline) {
            left = who(alice);
        }
        assertThat(left).containsExactly("alice");
    }

    private static List<String> who(Telnet person) {
        String start = "{\"type\":\"ok\",\"command\":\"WHO\",\"room\":\"#lobby\",\"nicks\":[\"";
        String line = person.sends("WHO").nextLine();
        assertThat(line).startsWith(start).endsWith("\"]}");
        return Arrays.asList(
                line.substring(start.length(), line.length() - "\"]}".length()).split("\",\""));
    }

    private static UnixOperatingSystemMXBean system() {
        return (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
