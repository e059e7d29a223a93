package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.natter.testkit.Telnet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever stops the server, and however: everyone is told, and its exit code is 0. */
class StopTest {

    private static final String CLOSING = "[server] closing: the server is shutting down";

    @Test
    void sigtermStopsIt() throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0");
                Telnet alice = Telnet.connect("alice", server.address()).takesWelcome()) {
            server.terminate();

            isTold(alice, CLOSING);
            assertThat(server.ends().exitCode()).isZero();
        }
    }

    /** It is ready when it says so, also to stop. */
    @Test
    void sigtermStopsItAsSoonAsItIsReady() throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0")) {
            server.address();
            server.terminate();

            assertThat(server.ends().exitCode()).isZero();
        }
    }

    @Test
    void sigintStopsIt() throws Exception {
        assumeSigintIsNotIgnored();
        try (ServerProcess server = ServerProcess.start("--port=0");
                Telnet alice = Telnet.connect("alice", server.address()).takesWelcome()) {
            server.interrupt();

            isTold(alice, CLOSING);
            assertThat(server.ends().exitCode()).isZero();
        }
    }

    @Test
    void anOperatorStopsIt() throws Exception {
        Map<String, String> environment = Map.of("NATTER_OPERATOR_PASSWORD", "hunter2");
        try (ServerProcess server = ServerProcess.start(environment, "--port=0");
                Telnet alice = Telnet.connect("alice", server.address()).takesWelcome()) {
            alice.sends("OPER hunter2").hears("[server] you are an operator");
            alice.sends("SHUTDOWN maintenance");

            isTold(alice, "[server] closing: maintenance");
            assertThat(server.ends().exitCode()).isZero();
        }
    }

    @Test
    void theConsoleStopsIt() throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0", "--console");
                Telnet alice = Telnet.connect("alice", server.address()).takesWelcome()) {
            server.shows("[server] guest1 joined #lobby (1 online)");
            server.types("SHUTDOWN maintenance");

            isTold(alice, "[server] closing: maintenance");
            server.shows("[server] closing: maintenance");
            assertThat(server.ends().exitCode()).isZero();
        }
    }

    @Test
    void theConsoleClosesIt() throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0", "--console");
                Telnet alice = Telnet.connect("alice", server.address()).takesWelcome()) {
            server.types("\\close");

            isTold(alice, CLOSING);
            server.shows(CLOSING);
            assertThat(server.ends().exitCode()).isZero();
        }
    }

    @Test
    void withoutAConsoleNobodyReadsItsInput() throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0", "--no-console");
                Telnet alice = Telnet.connect("alice", server.address()).takesWelcome()) {
            server.types("MSG hello").types("SHUTDOWN").endsInput();
            alice.isQuiet();
            server.terminate();

            isTold(alice, CLOSING);
            ServerProcess.Outcome outcome = server.ends();
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        }
    }

    /** The connections that it has closed keep the port busy for a while; another server can have it all the same. */
    @Test
    void itsPortCanBeUsedAgainAtOnce() throws Exception {
        String port;
        try (ServerProcess server = ServerProcess.start("--port=0")) {
            InetSocketAddress address = server.address();
            port = "--port=" + address.getPort();
            try (Telnet alice = Telnet.connect("alice", address).takesWelcome();
                    Telnet bob = Telnet.connect("bob", address).takesWelcome()) {
                server.terminate();
                assertThat(server.ends().exitCode()).isZero();
                alice.hears("[server] guest2 joined #lobby (2 online)").hears(CLOSING);
                bob.hears(CLOSING);
            }
        }
        try (ServerProcess server = ServerProcess.start(port);
                Telnet alice = Telnet.connect("alice", server.address()).takesWelcome()) {
            alice.isQuiet();
        }
    }

    private static void isTold(Telnet person, String closing) {
        person.hears(closing).isDisconnected().close();
    }

    /** Whoever starts a program in the background of a script has it, and all that it starts, ignore Ctrl-C. */
    private static void assumeSigintIsNotIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        assumeThat(status).exists();
        long ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .findFirst()
                .orElse(0);
        assumeThat(ignored & 2).as("SIGINT among the ignored signals").isZero();
    }
}
