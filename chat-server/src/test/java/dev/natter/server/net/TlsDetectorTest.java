package dev.natter.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.net.fanout.TestSocket;
import dev.natter.server.net.tls.ServerTls;
import dev.natter.server.tls.TlsFiles;
import dev.natter.server.tls.TlsSettings;
import dev.natter.testkit.TestCertificate;
import io.netty.buffer.Unpooled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first byte of a connection decides between plain text and TLS. */
final class TlsDetectorTest {

    private static final TestCertificate CERTIFICATE =
            TestCertificate.authority().issues("localhost");

    /** The beginning of a handshake's record, which then does not go on. */
    private static final String HELLO = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000";

    @TempDir
    private Path folder;

    private final PipelineUnderTest pipeline = new PipelineUnderTest(100_000);
    private ServerTls tls;

    @BeforeEach
    void begin() throws Exception {
        TlsFiles files = new TlsFiles(
                Files.writeString(folder.resolve("cert.pem"), CERTIFICATE.pem()),
                Files.writeString(folder.resolve("key.pem"), CERTIFICATE.keyPem()));
        tls = new ServerTls(TlsSettings.read(files, true), Clock.systemUTC());
    }

    @AfterEach
    void end() {
        tls.close();
    }

    @Test
    void plainTextGoesOnAndTheDetectorIsGone() {
        TestSocket alice = opens(tls);
        PipelineUnderTest.sends(alice, "P");
        assertThat(alice.pipeline().get(TlsDetector.class)).isNull();
        PipelineUnderTest.sends(alice, "ING 1\n");
        pipeline.work(alice);
        assertThat(alice.takeReceived())
                .startsWith("[server] Welcome to natter.")
                .endsWith("\n[server] pong 1\n");
    }

    @Test
    void tlsGetsNoWelcomeInPlainTextHoweverLongItTakes() {
        TestSocket alice = opens(tls);
        for (int i = 0; i < HELLO.length(); i++) {
            sends(alice, HELLO.substring(i, i + 1));
            passes(alice, 300);
        }
        assertThat(alice.takeReceived()).isEmpty();
        assertThat(pipeline.chat().online()).isZero();
        passes(alice, 8_000);
        assertThat(alice.isOpen()).isFalse();
    }

    @Test
    void behindTheWelcomeItIsTooLate() {
        TestSocket alice = opens(tls);
        passes(alice, 250);
        assertThat(alice.takeReceived()).startsWith("[server] Welcome to natter.");
        sends(alice, HELLO + "\n");
        pipeline.work(alice);
        assertThat(alice.takeReceived()).startsWith("[server] error: ");
        assertThat(alice.isOpen()).isTrue();
    }

    @Test
    void withoutACertificateItIsClosedWithoutAWord() {
        TestSocket alice = opens(null);
        sends(alice, HELLO);
        assertThat(alice.hasHeardAll()).isTrue();
        sends(alice, "more of it");
        alice.otherEndHasSaidAll();
        passes(alice, 300);
        assertThat(alice.takeReceived()).isEmpty();
        assertThat(alice.isOpen()).isFalse();
        assertThat(pipeline.chat().online()).isZero();
    }

    @Test
    void whereTlsIsRequiredPlainTextIsToldSo() {
        TestSocket alice = opens(tls);
        ConnectionPipeline.refusePlainText(alice);
        PipelineUnderTest.sends(alice, "FORMAT JSON\nMSG hello\n");
        pipeline.work(alice);
        assertThat(alice.takeReceived())
                .startsWith("{\"type\":\"error\",\"command\":null,\"code\":\"tls-required\",\"message\":\"")
                .hasLineCount(1);
        assertThat(alice.hasHeardAll()).isTrue();
        alice.otherEndHasSaidAll();
        pipeline.work(alice);
        assertThat(alice.isOpen()).isFalse();
        assertThat(pipeline.chat().online()).isZero();
    }

    @Test
    void whereTlsIsRequiredWhoeverSaysNothingIsToldSoToo() {
        TestSocket alice = opens(tls);
        ConnectionPipeline.refusePlainText(alice);
        passes(alice, 250);
        assertThat(alice.takeReceived()).startsWith("[server] error: this server speaks only TLS");
    }

    @Test
    void whereTlsIsRequiredTlsIsNotTurnedAway() {
        TestSocket alice = opens(tls);
        ConnectionPipeline.refusePlainText(alice);
        sends(alice, HELLO);
        passes(alice, 300);
        assertThat(alice.takeReceived()).isEmpty();
        assertThat(alice.isOpen()).isTrue();
    }

    private TestSocket opens(ServerTls orNone) {
        TestSocket socket = pipeline.opens();
        socket.pipeline().addFirst(new TlsDetector(orNone));
        return socket;
    }

    private static void sends(TestSocket socket, String bytes) {
        socket.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }

    private void passes(TestSocket socket, int millis) {
        for (int i = 0; i < millis; i++) {
            socket.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            socket.runScheduledPendingTasks();
        }
        pipeline.work(socket);
    }
}
