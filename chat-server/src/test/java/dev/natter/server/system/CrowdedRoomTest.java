package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A burst throws nobody out who reads as fast as they can: those who speak wait for those who are behind. */
class CrowdedRoomTest {

    /** Some megabytes: more than the systems keep on the way, and much more than may wait. */
    private static final int WORDS = 1_500;

    private static final String LONG_WORD = "x".repeat(1990);

    @WithOneAndTwoEventLoops
    void whoeverReadsMoreSlowlyThanOthersSpeakLosesNothing(int loops) throws IOException {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops);
                Telnet bob = Telnet.connect("bob", server.addresses().get(0)).takesWelcome();
                Sluggard alice = new Sluggard(server.addresses().get(0));
                Sluggard carol = new Sluggard(server.addresses().get(0))) {
            alice.sends("NICK alice");
            awaitLine(bob, "is now alice");
            carol.sends("NICK carol");
            awaitLine(bob, "is now carol");

            CompletableFuture<Void> pouring = alice.sendsMeanwhile(flood());
            CompletableFuture<Void> reading =
                    CompletableFuture.runAsync(() -> words("[alice] ").forEach(bob::hears));
            List<String> heard = carol.nextLinesByteByByte(2 + WORDS); // the welcome and the new nick first

            assertThat(heard.subList(2, heard.size())).isEqualTo(words("[alice] "));
            pouring.join();
            reading.join();
            bob.isQuiet();
        }
    }

    private static void awaitLine(Telnet listener, String end) {
        String line = listener.nextLine();
        while (!line.endsWith(end)) {
            line = listener.nextLine();
        }
    }

    private static String flood() {
        return String.join("\n", words("MSG "));
    }

    private static List<String> words(String beginning) {
        return IntStream.range(0, WORDS)
                .mapToObj(i -> beginning + i + " " + LONG_WORD)
                .toList();
    }
}
