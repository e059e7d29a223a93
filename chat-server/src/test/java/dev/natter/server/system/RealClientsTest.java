package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.RealClient;
import dev.natter.testkit.RealClient.Outcome;
import dev.natter.testkit.RunningClient;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TestCertificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that people really chat with. Where one is missing its tests are skipped, unless it is required. */
class RealClientsTest {

    private static final String SCRIPT = "NICK bob\nMSG build 812 passed\nWHO\n";
    private static final String WELCOME =
            "[server] Welcome to natter. You are guest1 in #lobby (2 online). HELP lists the commands.";

    @TempDir
    private Path folder;

    private InProcessServer server;
    private Telnet alice;

    @BeforeEach
    void start() {
        List<String> tls =
                TestCertificate.authority().issues("localhost", "127.0.0.1").optionsIn(folder);
        server = InProcessServer.with(tls.toArray(String[]::new));
        alice = Telnet.connect("alice", server.addresses().get(0))
                .takesWelcome()
                .takesNick("alice");
    }

    @AfterEach
    void stop() {
        alice.close();
        server.close();
    }

    @Test
    void openbsdNcInAScript() {
        Outcome outcome = RealClient.orSkip("nc.openbsd").runs(to("-N"), SCRIPT);

        assertThat(outcome.lines())
                .containsExactly(WELCOME, "[server] you are now bob", "[server] #lobby (2 online): alice bob");
        hearsTheScript("[server] bob left #lobby (1 online)");
    }

    @Test
    void openbsdNcInAScriptThatReadsJson() {
        Outcome outcome =
                RealClient.orSkip("nc.openbsd").runs(to("-N"), "FORMAT JSON\nWHO\nNICK alice\nMSG \u001B[31m\"ö\\\n");

        assertThat(outcome.lines())
                .map(line -> Json.fields(line).get("type"))
                .containsExactly("welcome", "ok", "ok", "error", "ok");
        assertThat(Json.fields(outcome.lines().get(2)))
                .containsEntry("command", "WHO")
                .containsEntry("nicks", "alice guest1");
        alice.hears("[server] guest1 joined #lobby (2 online)")
                .hears("[guest1] \u241B[31m\"ö\\\\")
                .hears("[server] guest1 left #lobby (1 online)")
                .isQuiet();
    }

    @Test
    void openbsdNcByHand() {
        try (RunningClient bob = RealClient.orSkip("nc.openbsd").starts(to("-N"))) {
            talk(bob);
            assertThat(bob.hangUp().ends().exitCode()).isZero();
            alice.hears("[server] bob left #lobby (1 online)").isQuiet();
        }
    }

    /** It does not wait for answers, but what it said is heard. */
    @Test
    void traditionalNcInAScript() {
        RealClient.orSkip("nc.traditional").runs(to("-q", "0"), SCRIPT);

        hearsTheScript("[server] bob left #lobby (1 online*)");
    }

    /** Without an option it never tells the server that its input has ended. */
    @Test
    void traditionalNcByHand() {
        try (RunningClient bob = RealClient.orSkip("nc.traditional").starts(to())) {
            talk(bob);
            bob.sends("QUIT see you").ends();
            alice.hears("[server] bob left #lobby (1 online): see you").isQuiet();
        }
    }

    @Test
    void ncatInAScript() {
        Outcome outcome = RealClient.orSkip("ncat").runs(to(), SCRIPT);

        assertThat(outcome.lines())
                .containsExactly(WELCOME, "[server] you are now bob", "[server] #lobby (2 online): alice bob");
        hearsTheScript("[server] bob left #lobby (1 online)");
    }

    @Test
    void ncatByHand() {
        try (RunningClient bob = RealClient.orSkip("ncat").starts(to())) {
            talk(bob);
            assertThat(bob.hangUp().ends().exitCode()).isZero();
            alice.hears("[server] bob left #lobby (1 online)").isQuiet();
        }
    }

    @Test
    void ncatOverTlsInAScript() {
        Outcome outcome = RealClient.orSkip("ncat").runs(to("--ssl"), SCRIPT);

        assertThat(outcome.lines())
                .containsExactly(WELCOME, "[server] you are now bob", "[server] #lobby (2 online): alice bob");
        hearsTheScript("[server] bob left #lobby (1 online)");
    }

    /** It does not wait for answers, but what it said is heard. */
    @Test
    void ncatOverTlsThatOnlySends() {
        RealClient.orSkip("ncat").runs(to("--ssl", "--send-only"), SCRIPT);

        hearsTheScript("[server] bob left #lobby (1 online*)");
    }

    @Test
    void ncatOverTlsByHand() {
        try (RunningClient bob = RealClient.orSkip("ncat").starts(to("--ssl"))) {
            talk(bob);
            assertThat(bob.hangUp().ends().exitCode()).isZero();
            alice.hears("[server] bob left #lobby (1 online)").isQuiet();
        }
    }

    /** The end of its input it does not tell, so the script says goodbye. */
    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2"})
    void opensslInAScript(String protocol) {
        Outcome outcome = openssl().runs(toOpenssl("-quiet", protocol), SCRIPT + "QUIT\n");

        assertThat(outcome.lines())
                .containsExactly(WELCOME, "[server] you are now bob", "[server] #lobby (2 online): alice bob");
        assertThat(outcome.exitCode()).isZero();
        hearsTheScript("[server] bob left #lobby (1 online)");
    }

    /** It tells the end of its input and does not wait for answers, but what it said is heard. */
    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2"})
    void opensslThatHangsUp(String protocol) {
        openssl().runs(toOpenssl(protocol), SCRIPT);

        hearsTheScript("[server] bob left #lobby (1 online*)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2"})
    void opensslByHand(String protocol) {
        try (RunningClient bob = openssl().starts(toOpenssl("-quiet", protocol))) {
            talk(bob);
            bob.sends("QUIT see you").ends();
            alice.hears("[server] bob left #lobby (1 online): see you").isQuiet();
        }
    }

    private static RealClient openssl() {
        return RealClient.orSkip("openssl");
    }

    private List<String> toOpenssl(String... options) {
        List<String> words = new ArrayList<>(List.of("s_client", "-connect"));
        words.add("127.0.0.1:" + server.addresses().get(0).getPort());
        words.addAll(List.of(options));
        return words;
    }

    @Test
    void telnetByHand() {
        try (RunningClient bob = RealClient.orSkip("telnet").starts(to())) {
            bob.hears("Trying 127.0.0.1...").hears("Connected to *").hears("Escape character is *");
            talk(bob);
            bob.sends("QUIT see you").ends();
            alice.hears("[server] bob left #lobby (1 online): see you").isQuiet();
        }
    }

    /** The words of a program that is to talk with the server. */
    private List<String> to(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.add("127.0.0.1");
        words.add(String.valueOf(server.addresses().get(0).getPort()));
        return words;
    }

    /** Gets answers, hears alice, and is heard by her. */
    private void talk(RunningClient bob) {
        bob.sends("NICK bob").hears(WELCOME).hears("[server] you are now bob");
        alice.hears("[server] guest1 joined #lobby (2 online)")
                .hears("[server] guest1 is now bob")
                .sends("MSG hello bob");
        bob.hears("[alice] hello bob").sends("MSG hello älice");
        alice.hears("[bob] hello älice");
        bob.sends("NICK alice").hears("[server] error: the nickname \"alice\" is in use");
    }

    private void hearsTheScript(String left) {
        alice.hears("[server] guest1 joined #lobby (2 online)")
                .hears("[server] guest1 is now bob")
                .hears("[bob] build 812 passed")
                .hears(left)
                .isQuiet();
    }
}
