package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** People who do not read: what others say may pile up to a bound, their own replies just wait. */
class SlowReaderTest {

    private static final String SENDQ = "--sendq=64KiB";

    /** 2 kB to say, 6 kB to hear in text, and 12 kB in JSON. */
    private static final String LONG_WORD = "\u0001".repeat(1990);

    private static final String IN_TEXT = "\u2401".repeat(1990);
    private static final String IN_JSON = "\\u0001".repeat(1990);

    /** So few that whoever reads in text can never be too slow. */
    private static final int WORDS_AT_ONCE = 8;

    /** More than the systems' own buffers take on both sides, whatever they are set to. */
    private static final int MOST_ROUNDS = 2_000;

    /** HELP in JSON is more than 1 kB: of these, the system takes some megabytes at once, but not all. */
    private static final int PASTED = 5_000;

    /** Of these, each is 12 kB. */
    private static final int ECHOED = 400;

    private static final Pattern STATS = Pattern.compile("\\[server] up .* (\\d+) bytes");

    /** So many times without progress are a standstill. */
    private static final int STILL = 1_000;

    /** No STATS is answered with more bytes. */
    private static final int STATS_ANSWER = 100;

    @TempDir
    private Path folder;

    @WithOneAndTwoEventLoops
    void whoeverReadsNothingIsDisconnectedAndTheOthersLoseNothing(int loops) throws IOException {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops, SENDQ);
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome();
                Telnet bob = Telnet.connect("bob", server.addresses().get(0)).takesWelcome();
                Sluggard sluggard = new Sluggard(server.addresses().get(0))) {
            sluggard.sends("FORMAT JSON\nNICK sluggard");
            alice.hears("[server] guest2 joined #lobby (2 online)")
                    .hears("[server] guest3 joined #lobby (3 online)")
                    .hears("[server] guest3 is now sluggard")
                    .takesNick("alice");
            bob.hears("[server] guest3 joined #lobby (3 online)")
                    .hears("[server] guest3 is now sluggard")
                    .hears("[server] guest1 is now alice");

            int said = speakUntilSomebodyIsTooSlow(alice, bob);

            bob.isQuiet();
            alice.isQuiet();
            alice.sends("WHO").hears("[server] #lobby (2 online): alice guest2");
            List<String> heard = sluggard.linesUntilEnd();
            assertThat(heard.get(heard.size() - 1))
                    .startsWith("{\"type\":\"closing\",")
                    .endsWith(",\"reason\":\"too slow\"}");
            List<Heard> words =
                    heard.stream().flatMap(line -> Heard.in(line, "").stream()).toList();
            assertThat(words)
                    .hasSizeLessThan(said)
                    .hasSize(heard.size() - 5) // welcome, FORMAT, NICK, alice's nick, closing
                    .isEqualTo(IntStream.range(0, words.size())
                            .mapToObj(i -> new Heard("#lobby", "alice", i + IN_JSON))
                            .toList());
        }
    }

    /** Bob reads all of it. Both hear, once, that the third left as too slow. */
    private static int speakUntilSomebodyIsTooSlow(Telnet alice, Telnet bob) {
        String left = "[server] sluggard left #lobby (2 online, too slow)";
        int said = 0;
        boolean gone = false;
        for (int round = 0; !gone; round++) {
            assertThat(round).as("rounds").isLessThan(MOST_ROUNDS);
            for (int i = 0; i < WORDS_AT_ONCE; i++) {
                alice.sends("MSG " + (said + i) + LONG_WORD);
            }
            for (int i = 0; i < WORDS_AT_ONCE; i++) {
                String line = bob.nextLine();
                if (line.equals(left)) {
                    gone = true;
                    line = bob.nextLine();
                }
                assertThat(line).isEqualTo("[alice] " + (said + i) + IN_TEXT);
            }
            said += WORDS_AT_ONCE;
        }
        alice.hears(left);
        return said;
    }

    @WithOneAndTwoEventLoops
    void onesOwnRepliesWaitUntilTheyAreRead(int loops) throws IOException {
        try (InProcessServer server =
                        InProcessServer.with("--io-threads=" + loops, SENDQ, "--admin-socket=" + admin());
                Telnet operator = operator();
                Sluggard sluggard = new Sluggard(server.addresses().get(0))) {
            sluggard.sends("FORMAT JSON\nNICK sluggard\n" + "HELP\n".repeat(PASTED) + "PING all of it");
            operator.hears("[server] guest2 joined #lobby (2 online)").hears("[server] guest2 is now sluggard");
            awaitStandstill(operator);
            operator.sends("WHO").hears("[server] #lobby (2 online): guest1 sluggard");

            List<String> heard = sluggard.nextLines(3 + PASTED + 1);

            assertThat(heard.stream().filter(SlowReaderTest::isHelp).count()).isEqualTo(PASTED);
            assertThat(heard).endsWith("{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"all of it\"}");
            sluggard.sends("MSG here I am");
            operator.hears("[sluggard] here I am").isQuiet();
        }
    }

    @WithOneAndTwoEventLoops
    void onesOwnWordsWaitUntilTheyAreReadToo(int loops) throws IOException {
        try (InProcessServer server =
                        InProcessServer.with("--io-threads=" + loops, SENDQ, "--admin-socket=" + admin());
                Telnet operator = operator();
                Sluggard sluggard = new Sluggard(server.addresses().get(0))) {
            sluggard.sends("FORMAT JSON\nNICK sluggard\nECHO ON\nJOIN #diary\nLEAVE #lobby");
            operator.hears("[server] guest2 joined #lobby (2 online)")
                    .hears("[server] guest2 is now sluggard")
                    .hears("[server] sluggard left #lobby (1 online)");
            String words = "MSG to all" + LONG_WORD + "\nTELL sluggard to myself" + LONG_WORD + "\n";
            CompletableFuture<Void> pasting = sluggard.sendsMeanwhile(words.repeat(ECHOED) + "PING all of it");
            awaitStandstill(operator);

            sluggard.nextLines(6); // welcome, FORMAT, NICK, ECHO, JOIN, LEAVE
            List<String> heard = sluggard.nextLines(4 * ECHOED + 1);

            assertThat(wordsBeginning("to all", heard)).isEqualTo(ECHOED);
            assertThat(wordsBeginning("to myself", heard)).isEqualTo(ECHOED);
            assertThat(heard).endsWith("{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"all of it\"}");
            pasting.join();
        }
    }

    private static long wordsBeginning(String beginning, List<String> heard) {
        return heard.stream()
                .filter(line -> line.contains("\"text\":\"" + beginning + IN_JSON))
                .count();
    }

    @WithOneAndTwoEventLoops
    void whoeverHangsUpGetsAllRepliesToo(int loops) throws IOException {
        try (InProcessServer server =
                        InProcessServer.with("--io-threads=" + loops, SENDQ, "--admin-socket=" + admin());
                Telnet operator = operator();
                Sluggard sluggard = new Sluggard(server.addresses().get(0))) {
            sluggard.sends("FORMAT JSON\nNICK sluggard\n" + "HELP\n".repeat(PASTED) + "PING all of it")
                    .hangUp();
            operator.hears("[server] guest2 joined #lobby (2 online)").hears("[server] guest2 is now sluggard");
            awaitStandstill(operator);

            List<String> heard = sluggard.linesUntilEnd();

            assertThat(heard.stream().filter(SlowReaderTest::isHelp).count()).isEqualTo(PASTED);
            assertThat(heard).endsWith("{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"all of it\"}");
        }
    }

    private Path admin() {
        return folder.resolve("admin");
    }

    private Telnet operator() {
        return Telnet.connect("operator", UnixDomainSocketAddress.of(admin())).takesWelcome();
    }

    /**
     * Waits until the server sends nothing but the answers to the one who asks: it has filled all buffers on the way to
     * the sluggard, or has nothing more to say. All the while it answers.
     */
    private static void awaitStandstill(Telnet operator) {
        long before = bytesSent(operator);
        for (int still = 0; still < STILL; ) {
            long now = bytesSent(operator);
            boolean hasBegun = now > Sluggard.RECEIVE_BUFFER;
            still = hasBegun && now - before <= STATS_ANSWER ? still + 1 : 0;
            before = now;
        }
    }

    private static long bytesSent(Telnet operator) {
        Matcher answer = STATS.matcher(operator.sends("STATS").nextLine());
        while (!answer.matches()) {
            answer = STATS.matcher(operator.nextLine()); // the sluggard has left: there is nothing more to say
        }
        return Long.parseLong(answer.group(1));
    }

    private static boolean isHelp(String line) {
        return line.startsWith("{\"type\":\"ok\",\"command\":\"HELP\",\"commands\":[{") && line.endsWith("}]}");
    }
}
