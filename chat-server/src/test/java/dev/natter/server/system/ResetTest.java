package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Connections that break off with a reset, at any moment: each leaves exactly once, whatever it was doing. */
class ResetTest {

    private static final int VISITORS = 300;
    private static final int MOST_AT_ONCE = 20;

    /** Only a failure takes as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String SCRIPT = """
            FORMAT JSON
            NICK %s
            MSG hello
            JOIN #other
            TELL #lobby hello from #other
            HELP
            FORMAT TEXT
            LEAVE #lobby
            JOIN #lobby
            MSG hello again
            HELP
            """;

    @WithOneAndTwoEventLoops
    void whoeverBreaksOffLeavesExactlyOnce(int loops) {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops);
                Telnet alice = Telnet.connect("alice", server.addresses().get(0))) {
            alice.takesJsonWelcome().takesNick("alice");

            breakOff(server.addresses().get(0));

            Presence lobby = new Presence();
            hearsUntilAlone(alice).forEach(lobby::hears);
            assertThat(lobby.present()).as("those who never left").isEmpty();
            assertThat(lobby.causes()).isSubsetOf("lost", "quit", "left").contains("lost");
        }
    }

    /** All of them say a part of the script; some break off at once, some after their answers, some much later. */
    private static void breakOff(SocketAddress address) {
        Random random = new Random(1);
        List<Telnet> here = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            Telnet visitor = Telnet.connect("v" + i, address);
            byte[] script = SCRIPT.formatted("v" + i).getBytes(UTF_8);
            visitor.sendsBytes(Arrays.copyOf(script, random.nextInt(script.length + 1)));
            switch (random.nextInt(3)) {
                case 0 -> visitor.vanish();
                case 1 -> visitor.settles().vanish();
                default -> here.add(visitor);
            }
            if (here.size() == MOST_AT_ONCE) {
                here.remove(random.nextInt(here.size())).vanish();
            }
        }
        here.forEach(Telnet::vanish);
    }

    /** When the server notices a reset is its own affair; so she asks until there is nobody else. */
    private static List<String> hearsUntilAlone(Telnet person) {
        List<String> heard = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String line = person.sends("WHO").nextLine();
            for (; !line.startsWith("{\"type\":\"ok\",\"command\":\"WHO\""); line = person.nextLine()) {
                heard.add(line);
            }
            if (line.endsWith("\"nicks\":[\"alice\"]}")) {
                return heard;
            }
        }
        throw new AssertionError("somebody is still there after " + PATIENCE);
    }
}
