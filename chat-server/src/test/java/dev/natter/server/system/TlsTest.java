package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.ClientTls;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TestCertificate;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only TLS can get wrong. That everything else holds over TLS too is for the transcripts to show. */
class TlsTest {

    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final SSLContext TRUSTED = AUTHORITY.trusted();
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int MUCH = 3_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void everyByteMayComeAlone(String protocol) throws IOException {
        try (InProcessServer server = server();
                SSLSocket socket = over(new DrippingSocket(), server.addresses().get(0), protocol)) {
            send(socket, "FORMAT JSON\nNICK alice\nPING 1\n");
            BufferedReader lines = lines(socket);
            assertThat(lines.readLine()).startsWith("{\"type\":\"welcome\"");
            assertThat(lines.readLine()).contains("FORMAT");
            assertThat(lines.readLine()).contains("NICK");
            assertThat(lines.readLine()).contains("PING");
        }
    }

    /** As ncat does it. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aFinWithoutCloseNotifyEndsTheInputToo(String protocol) throws IOException {
        try (InProcessServer server = server();
                Socket raw = new Socket();
                SSLSocket socket = over(raw, server.addresses().get(0), protocol)) {
            send(socket, "PING 1\n".repeat(MUCH) + "PING last");
            raw.shutdownOutput();
            List<String> heard = lines(socket).lines().toList();
            assertThat(heard).hasSize(MUCH + 2).endsWith("[server] pong last");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void behindCloseNotifyAllAnswersStillCome(String protocol) {
        try (InProcessServer server = server();
                Telnet alice = Telnet.connect("alice", server.addresses().get(0), new ClientTls(TRUSTED, protocol))) {
            alice.sendsBytes(("PING 1\n".repeat(MUCH) + "PING last").getBytes(UTF_8))
                    .hangUp();
            List<String> heard = alice.linesUntilEnd();
            assertThat(heard).hasSize(MUCH + 2).endsWith("[server] pong last");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whoeverIsOverALimitIsToldSoInTls(String protocol) {
        ClientTls tls = new ClientTls(TRUSTED, protocol);
        try (InProcessServer server = server("--max-per-ip=1");
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0), tls).takesWelcome();
                Telnet bob = Telnet.connect("bob", server.addresses().get(0), tls)) {
            bob.sends("FORMAT JSON")
                    .hears("{\"type\":\"error\",\"command\":null,\"code\":\"too-many-connections\",*}")
                    .isDisconnected();
            alice.isQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whoeverReadsNothingIsTooSlow(String protocol) throws IOException {
        try (InProcessServer server = server("--sendq=64KiB");
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome();
                Socket raw = new Socket()) {
            raw.setReceiveBufferSize(Sluggard.RECEIVE_BUFFER);
            SSLSocket sluggard = over(raw, server.addresses().get(0), protocol);
            send(sluggard, "NICK sluggard\n");
            alice.hears("[server] guest2 joined #lobby (2 online)").hears("[server] guest2 is now sluggard");
            String word = "MSG " + "x".repeat(1990);
            String line = "";
            for (int said = 0; said < 100_000 && line.isEmpty(); said++) {
                alice.sends(word);
                alice.sends("PING");
                String next = alice.nextLine();
                line = next.equals("[server] pong") ? "" : next;
            }
            assertThat(line).isEqualTo("[server] sluggard left #lobby (1 online, too slow)");
            // To the end, which is an orderly one: anything else would be an exception.
            assertThat(lines(sluggard).lines()).last().isEqualTo("[server] closing: too slow");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatIsNoTlsEndsItsOwnConnectionOnly(int loops) throws IOException {
        try (InProcessServer server = server("--io-threads=" + loops, "--max-per-ip=0");
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome()) {
            for (int seed = 0; seed < 200; seed++) {
                Random random = new Random(seed);
                byte[] rubbish = new byte[random.nextInt(600) + 1];
                random.nextBytes(rubbish);
                byte[] beginning = {0x16, 3, 1, 0, (byte) random.nextInt(200), 1};
                System.arraycopy(beginning, 0, rubbish, 0, Math.min(beginning.length, rubbish.length));
                try (Socket socket = connect(new Socket(), server.addresses().get(0))) {
                    socket.getOutputStream().write(rubbish);
                    if (seed % 3 == 0) {
                        socket.shutdownOutput();
                    } else if (seed % 3 == 1) {
                        socket.setSoLinger(true, 0);
                    }
                }
            }
            alice.isQuiet().sends("WHO").hears("[server] #lobby (1 online): guest1");
        }
    }

    /** A good hello, and then the end, at every place of it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aHandshakeMayBreakOffAnywhere(int loops) throws Exception {
        byte[] hello = clientHello();
        try (InProcessServer server = server("--io-threads=" + loops, "--max-per-ip=0");
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome()) {
            for (int length = 1; length <= hello.length; length += 7) {
                try (Socket socket = connect(new Socket(), server.addresses().get(0))) {
                    socket.getOutputStream().write(hello, 0, length);
                    if (length % 2 == 0) {
                        socket.shutdownOutput();
                    }
                }
            }
            alice.isQuiet();
        }
    }

    private static byte[] clientHello() throws Exception {
        SSLEngine engine = TRUSTED.createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer out = ByteBuffer.allocate(32 * 1024);
        engine.wrap(ByteBuffer.allocate(0), out);
        return Arrays.copyOf(out.array(), out.position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aRenewedCertificateIsForNewConnections(String protocol) throws IOException {
        try (InProcessServer server = server();
                SSLSocket before = over(new Socket(), server.addresses().get(0), protocol)) {
            assertThat(name(before)).isEqualTo("CN=localhost");
            AUTHORITY.issues("renewed", "127.0.0.1").optionsIn(folder);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                try (SSLSocket now = over(new Socket(), server.addresses().get(0), protocol)) {
                    return name(now).equals("CN=renewed");
                }
            });
            send(before, "PING here I am\n");
            assertThat(lines(before).readLine()).startsWith("[server] Welcome");
        }
    }

    private static String name(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .toString();
    }

    private InProcessServer server(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(AUTHORITY.issues("localhost", "127.0.0.1").optionsIn(folder));
        return InProcessServer.with(all.toArray(String[]::new));
    }

    private static Socket connect(Socket socket, InetSocketAddress address) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address);
        return socket;
    }

    private static SSLSocket over(Socket raw, InetSocketAddress address, String protocol) throws IOException {
        SSLSocket socket = (SSLSocket)
                TRUSTED.getSocketFactory().createSocket(connect(raw, address), "localhost", address.getPort(), true);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Sends each byte by itself. */
    private static final class DrippingSocket extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream());
        }
    }
}
