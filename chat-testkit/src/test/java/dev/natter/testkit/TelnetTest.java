package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TelnetTest {
    private FakeServer server;
    private InetSocketAddress address;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = new FakeServer(List.of(), folder);
        address = server.addresses().get(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDialogue() {
        try (Telnet alice = Telnet.connect("alice", address).takesWelcome().takesNick("alice");
                Telnet bob = Telnet.connect("bob", address).takesJsonWelcome().takesNick("bob")) {
            alice.sends("MSG hello").settles();
            bob.hears("[alice] hello").isQuiet();
            bob.sends("MSG one").sends("MSG two").settles();
            assertThat(alice.nextLine()).isEqualTo("[bob] one");
            alice.hears(Expectation.exactly("[bob] two")).isQuiet();
            alice.sendsBytes(Escapes.bytes("REPLY \\\\xFF\\\\xFC\\\\x06\\n"))
                    .hearsBytes(Escapes.bytes("\\xFF\\xFC\\x06"));
            bob.sends("QUIT").isDisconnected();
            alice.sends("REPLY bye\\n").hangUp();
            assertThat(alice.linesUntilEnd()).containsExactly("bye");
        }
    }

    @Test
    void manyAtOnceNeedNoThreads() {
        int threads = Thread.activeCount();
        List<Telnet> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            people.add(Telnet.connect("p" + i, address).takesWelcome());
        }
        people.get(0).sends("MSG hello");
        people.stream().skip(1).forEach(person -> person.hears("[guest1] hello"));
        // The fake server has a thread for each.
        assertThat(Thread.activeCount() - threads).isLessThanOrEqualTo(100);
        people.forEach(Telnet::close);
    }

    @Test
    void aServerThatTakesNothingBeforeItsRepliesAreRead() {
        // Far more than the buffers of a socket, so that both are stuck unless somebody reads.
        int replies = 150;
        String text = "x".repeat(100_000);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < replies; i++) {
            lines.append("REPLY ").append(text).append("\\n\n");
        }
        try (Telnet alice = Telnet.connect("alice", address).takesWelcome()) {
            alice.sendsBytes(lines.toString().getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < replies; i++) {
                assertThat(alice.nextLine()).hasSize(text.length());
            }
            alice.isQuiet();
        }
    }

    @Test
    void vanishingIsAReset() throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            Telnet alice = Telnet.connect("alice", listener.getLocalSocketAddress());
            try (var accepted = listener.accept()) {
                alice.vanish();
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> accepted.getInputStream().read());
            }
            alice.vanish();
            alice.close();
        }
    }

    @Test
    void closingIsNoReset() throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            Telnet alice = Telnet.connect("alice", listener.getLocalSocketAddress());
            try (var accepted = listener.accept()) {
                accepted.getOutputStream().write("unread\n".getBytes(StandardCharsets.US_ASCII));
                alice.hears("unread");
                alice.sends("x").close();
                assertThat(accepted.getInputStream().readAllBytes()).containsExactly('x', '\n');
            }
        }
    }

    @Test
    void whatSettlesIsHeardInItsOrder() {
        try (Telnet alice = Telnet.connect("alice", address).takesWelcome()) {
            alice.sends("REPLY 1\\n").settles().sends("REPLY 2\\n").settles().sends("REPLY 3\\n");
            alice.hears("1").hears("2").hears("3").isQuiet();
        }
    }

    @Test
    void aTelnetClientsLineEndIsOne() {
        try (Telnet alice = Telnet.connect("alice", address).takesWelcome()) {
            alice.sendsBytes(Escapes.bytes("NOTHING\\r")).sendsBytes((byte) 0).isQuiet();
            assertThat(server.received).contains("guest1: NOTHING");
        }
    }

    @Test
    void aFailureShowsTheLatestLinesOnly() {
        try (Telnet alice = Telnet.connect("alice", address).takesWelcome()) {
            alice.sends("REPLY \\{line\\n*30}");
            for (int i = 0; i < 30; i++) {
                alice.hears("line");
            }
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(alice.sends("REPLY tab\\t\\n")::isQuiet)
                    .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines())
                            .hasSize(3 + 20)
                            .contains("alice heard:    tab\\t"));
        }
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket listener = new ServerSocket(0)) {
            port = listener.getLocalPort();
        }
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(
                        () -> Telnet.connect("alice", new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                .withMessageStartingWith("alice cannot connect to");
    }

    @Test
    void sendingToWhoIsGone() {
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        try (Telnet alice = Telnet.connect("alice", address).takesWelcome().sends("RESET")) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> {
                        while (true) {
                            alice.sendsBytes(much);
                        }
                    })
                    .withMessageContaining("that it did not");
        }
    }
}
