package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.FakeServer;
import dev.natter.client.RealServer;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a favourite's name stands for on the command line, and what wins over it. */
class FavouriteServerTest {

    @TempDir
    private Path config;

    private Path file = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        file = Files.createDirectory(config.resolve("natter")).resolve("favourites.properties");
    }

    @Test
    void aNameStandsForAllThatIsWrittenDown() throws Exception {
        try (FakeServer server = new FakeServer()) {
            write("work.address = " + server.address(), "work.nick = alice", "work.rooms = #dev #ops");
            CommandRun run = with("chat", "work").variable("NATTER_NICK", "bob").start();
            try (FakeServer.Visitor visitor = server.welcome()) {
                visitor.hears("NICK alice");
                visitor.says("{\"type\":\"ok\",\"command\":\"NICK\",\"nick\":\"alice\"}");
                visitor.hears("JOIN #dev");
                visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":1}");
                visitor.hears("JOIN #ops");
                visitor.says("{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#ops\",\"online\":1}");
                visitor.hears("LEAVE #lobby");
                visitor.says("{\"type\":\"ok\",\"command\":\"LEAVE\",\"room\":\"#ops\",\"online\":1}");
                run.endsInput();
                visitor.hearsHangUp();
            }
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void theCommandLineWinsOverTheFavourite() throws Exception {
        try (RealServer server = RealServer.start();
                Telnet bob = server.person("bob")) {
            write("work.address = " + server.address(), "work.nick = alice", "work.rooms = #dev #ops");
            bob.sends("JOIN #tests").hears("[server] you are in #tests (1 online)");
            leaveLobby(bob, "#tests");
            CommandRun run = with("send", "--nick", "carol", "--room", "#tests", "work", "hello")
                    .start();
            assertThat(run.exitCode()).isZero();
            bob.hears("[server] carol joined #tests (2 online)").hears("[carol] hello");
        }
    }

    @Test
    void aTextIsSaidInTheLastOfItsRooms() throws Exception {
        try (RealServer server = RealServer.start();
                Telnet bob = server.person("bob")) {
            write("work.address = " + server.address(), "work.nick = alice", "work.rooms = #dev #ops");
            bob.sends("JOIN #dev").hears("[server] you are in #dev (1 online)");
            bob.sends("JOIN #ops").hears("[server] you are in #ops (1 online)");
            leaveLobby(bob, "#ops");
            CommandRun run = with("send", "work", "hello").start();
            assertThat(run.exitCode()).isZero();
            bob.hears("[server] alice joined #ops (2 online)").hears("[alice] hello");
        }
    }

    @Test
    void theEnvironmentMayNameOne() throws Exception {
        try (RealServer server = RealServer.start()) {
            write("work.address = " + server.address());
            CommandRun run = with("send", "hello everybody")
                    .variable("NATTER_HOST", "work")
                    .start();
            assertThat(run.exitCode()).isZero();
            CommandRun bench = with("bench", "idle", "--connections", "2", "--seconds", "0", "work")
                    .start();
            assertThat(bench.exitCode()).isZero();
        }
    }

    @Test
    void itsAuthorityIsTrusted() throws Exception {
        TestCertificate authority = TestCertificate.authority();
        Files.writeString(file.resolveSibling("ca.pem"), authority.pem());
        try (RealServer server = RealServer.startWithTls(authority.issues("127.0.0.1"), config)) {
            write("work.address = " + server.address(), "work.tls-ca = ca.pem");
            CommandRun run = with("send", "work", "hello").start();
            assertThat(run.exitCode()).isZero();
            assertThat(run.errors()).isEmpty();
            CommandRun same = with("send", "--tls", "work", "hello").start();
            assertThat(same.exitCode()).isZero();
        }
    }

    @Test
    void whoeverTrustsAnybodyIsWarnedUnlessTheCommandLineAsksForMore() throws Exception {
        try (RealServer server =
                RealServer.startWithTls(TestCertificate.authority().issues("127.0.0.1"), config)) {
            write("work.address = " + server.address(), "work.insecure = yes");
            CommandRun run = with("send", "work", "hello").start();
            assertThat(run.exitCode()).isZero();
            assertThat(run.errors())
                    .containsExactly("natter: warning: with work.insecure anybody on the way can pass for the server");
            CommandRun strict = with("send", "--tls", "work", "hello").start();
            assertThat(strict.exitCode()).isEqualTo(69);
        }
    }

    @Test
    void aWrongFileIsRefusedBeforeAnythingIsSentAnywhere() throws Exception {
        write("work.address = localhost", "work.tls-ca = nothing.pem");
        CommandRun missing = with("chat", "work").start();
        assertThat(missing.exitCode()).isEqualTo(78);
        assertThat(missing.errors())
                .containsExactly("natter: " + file + ": work.tls-ca: " + file.resolveSibling("nothing.pem")
                        + ": there is no such file");
        write("work.adress = localhost");
        CommandRun wrong = with("bench", "idle", "work").start();
        assertThat(wrong.exitCode()).isEqualTo(78);
        assertThat(wrong.errors())
                .containsExactly("natter: " + file + ": work.adress: there is no \"adress\"; expected address, nick,"
                        + " rooms, tls, tls-ca or insecure");
    }

    @Test
    void aHostThatNobodyKnowsIsNoFavouriteEither() throws Exception {
        String unknown = "no_such_host_or_favourite";
        write("work.address = localhost");
        CommandRun run = with("chat", unknown).start();
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .startsWith("natter: cannot connect to " + unknown + ":7777: ")
                .endsWith("; there is no favourite of that name either");
        Files.delete(file);
        CommandRun without = with("chat", unknown).start();
        assertThat(without.exitCode()).isEqualTo(69);
        assertThat(without.errors()).singleElement().asString().doesNotContain("favourite of");
    }

    /** Who comes and goes there is of no interest. */
    private static void leaveLobby(Telnet bob, String current) throws Exception {
        bob.sends("LEAVE #lobby").hears("[server] you are in " + current + " (1 online)");
    }

    private void write(String... lines) throws IOException {
        Files.write(file, List.of(lines));
    }

    private CommandRun.Builder with(String... arguments) {
        return CommandRun.with(arguments).variable("XDG_CONFIG_HOME", config.toString());
    }
}
