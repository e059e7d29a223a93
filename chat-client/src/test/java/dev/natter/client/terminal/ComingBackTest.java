package dev.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.JavaProgram;
import dev.natter.client.RealServer;
import dev.natter.client.ServerProcess;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TerminalSetup;
import dev.natter.testkit.TerminalUnderTest;
import dev.natter.testkit.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections in a real terminal: got, lost, and got again. */
class ComingBackTest {

    private static final TerminalSetup TERMINAL = TerminalSetup.sized(80, 24);

    @TempDir
    private Path folder;

    @Test
    void aServerThatIsKilledAndStartedAgain() throws Exception {
        try (ServerProcess server = ServerProcess.start();
                Telnet bob = server.person("bob");
                TerminalUnderTest alice = Alice.chats(TERMINAL, server.address(), bob)) {
            alice.types("/join #dev").presses("Enter").showsLine("[alice #dev]").types("half a line");
            server.kill();
            alice.shows("what you type is kept until then").showsLine("[alice #dev, offline] half a line");
            alice.types(" and the rest").presses("Enter").showsLine("[alice #dev, offline, 1 kept]");
            alice.types("second").presses("Enter").showsLine("[alice #dev, offline, 2 kept]");
            server.restart();
            alice.types("/connect").presses("Enter").shows("connected again as alice in #dev");
            try (Telnet carol = server.person("carol")) {
                carol.sends("JOIN #dev").hears("[server] you are in #dev (2 online)");
                alice.showsLine("* <alice> half a line and the rest").showsLine("* <alice> second");
                alice.showsLine("[alice #dev]");
                alice.types("/who").presses("Enter").shows("#dev (2 online): ");
            }
            server.stop();
            alice.shows("was lost: closed by");
        }
    }

    @Test
    void aNickThatSomebodyElseHas() throws Exception {
        try (RealServer server = RealServer.start();
                Telnet other = server.person("alice");
                TerminalUnderTest alice = JavaProgram.natterIn(TERMINAL, "chat", server.address(), "--nick", "alice")) {
            alice.shows("the nickname \"alice\" is in use").showsLine("[alice_ #lobby]");
            alice.types("hello").presses("Enter");
            other.hears("[server] guest* joined *")
                    .hears("[server] guest* is now alice_")
                    .hears("[alice_] hello");
        }
    }

    @Test
    void whoeverWasThrownOutComesBackOnlyIfTheyWantTo() throws Exception {
        try (RealServer server = RealServer.start();
                Telnet bob = server.person("bob");
                TerminalUnderTest alice = Alice.chats(TERMINAL, server.address(), bob)) {
            bob.sends("OPER " + RealServer.OPERATOR_PASSWORD).hears("[server] you are an operator");
            bob.sends("KILL alice enough").hears("[server] alice left *");
            alice.shows("killed by bob:").showsLine("[alice #lobby, offline]");
            alice.types("but").presses("Enter").shows("not sent: \"but\"");
            alice.types("/connect").presses("Enter").showsLine("[alice #lobby]");
            bob.hears("[server] alice was killed")
                    .hears("[server] guest* joined *")
                    .hears("[server] guest* is now alice");
        }
    }

    @Test
    void anotherServerCanBeGoneTo() throws Exception {
        try (RealServer server = RealServer.start();
                RealServer another = RealServer.start();
                Telnet bob = server.person("bob");
                Telnet carol = another.person("carol");
                TerminalUnderTest alice = Alice.chats(TERMINAL, server.address(), bob)) {
            alice.types("/connect 127.0.0.1:1").presses("Enter").shows("        where you are");
            alice.types("still here").presses("Enter");
            bob.hears("[alice] still here");
            alice.types("/connect " + another.address()).presses("Enter");
            carol.hears("[server] guest* joined *").hears("[server] guest* is now alice");
            bob.hears("[server] alice left #lobby (1 online)");
            alice.shows("connected to " + another.address() + " as alice");
            alice.types("hello over there").presses("Enter");
            carol.hears("[alice] hello over there");
        }
    }

    @Test
    void overTls() throws Exception {
        TestCertificate authority = TestCertificate.authority();
        Path trusted = Files.writeString(folder.resolve("ca.pem"), authority.pem());
        try (RealServer server = RealServer.startWithTls(authority.issues("127.0.0.1"), folder);
                Telnet bob = server.person("bob")) {
            try (TerminalUnderTest alice =
                    Alice.chats(TERMINAL, server.address(), bob, "--tls-ca", trusted.toString())) {
                alice.types("hello").presses("Enter");
                bob.hears("[alice] hello").sends("MSG hi");
                alice.showsLine("* <bob> hi");
            }
            try (TerminalUnderTest eve = JavaProgram.natterIn(TERMINAL, "chat", server.address(), "--tls")) {
                assertThat(eve.exitCode()).isEqualTo(69);
                eve.shows("the server's certificate is not trust");
            }
        }
    }

    @Test
    void whereNobodyListens() {
        try (TerminalUnderTest alice = JavaProgram.natterIn(TERMINAL, "chat", "127.0.0.1:1")) {
            assertThat(alice.exitCode()).isEqualTo(69);
            alice.shows("natter: cannot connect to 127.0.0.1:1: connection refused; is a server");
        }
    }
}
