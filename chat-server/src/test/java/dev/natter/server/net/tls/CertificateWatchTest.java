package dev.natter.server.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.natter.server.tls.TlsFiles;
import dev.natter.server.tls.TlsIdentity;
import dev.natter.server.tls.TlsSettings;
import dev.natter.testkit.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A renewed certificate is used, a broken one is not, and what is said about it is said once. */
final class CertificateWatchTest {

    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final TestCertificate FIRST = AUTHORITY.issues("first");
    private static final TestCertificate SECOND = AUTHORITY.issues("second");

    @TempDir
    private Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(CertificateWatch.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<TlsIdentity> used = new ArrayList<>();
    private TlsFiles files;
    private CertificateWatch watch;

    @BeforeEach
    void begin() throws Exception {
        log.start();
        logger.addAppender(log);
        files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        write(FIRST.pem(), FIRST.keyPem());
        watch = watch();
    }

    private CertificateWatch watch() throws Exception {
        return new CertificateWatch(TlsSettings.read(files, false), Clock.systemUTC(), used::add);
    }

    @AfterEach
    void end() {
        watch.close();
        logger.detachAppender(log);
    }

    @Test
    void nothingNew() {
        looks(3);
        assertThat(used).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void aRenewedOneIsUsedAtTheSecondLook() throws IOException {
        write(SECOND.pem(), SECOND.keyPem());
        looks(1);
        assertThat(used).isEmpty();
        looks(3);
        assertThat(used).extracting(TlsIdentity::toString).containsExactly("TlsIdentity[CN=second]");
        assertThat(logged()).singleElement().asString().startsWith("INFO the certificate in " + files.certificate());
    }

    @Test
    void theKeyMayComeALookLater() throws IOException {
        write(SECOND.pem(), FIRST.keyPem());
        looks(1);
        write(SECOND.pem(), SECOND.keyPem());
        looks(2);
        assertThat(used).hasSize(1);
        assertThat(logged()).hasSize(1);
    }

    @Test
    void whatStaysBrokenIsSaidOnceAndTheOldOneStays() throws IOException {
        write(SECOND.pem().substring(0, 100), FIRST.keyPem());
        looks(5);
        assertThat(used).isEmpty();
        assertThat(logged())
                .singleElement()
                .asString()
                .startsWith("WARN the certificate is not renewed, the old one stays in use: --tls-cert ");
        write(SECOND.pem(), FIRST.keyPem());
        looks(5);
        assertThat(logged()).hasSize(2);
        assertThat(logged().get(1)).contains("is not the key of the first certificate");
        Files.delete(files.key());
        looks(5);
        assertThat(logged()).hasSize(3);
        assertThat(logged().get(2)).contains("there is no such file");
        write(SECOND.pem(), SECOND.keyPem());
        looks(5);
        assertThat(used).hasSize(1);
        assertThat(logged()).hasSize(4);
    }

    @Test
    void oneThatEndsSoonIsWarnedOf() throws Exception {
        assertThat(logged()).isEmpty();
        for (Duration left : List.of(Duration.ofDays(13), Duration.ofMinutes(-1))) {
            TestCertificate certificate = AUTHORITY.issuesUntil(Instant.now().plus(left), "old");
            write(certificate.pem(), certificate.keyPem());
            watch.close();
            watch = watch();
        }
        assertThat(logged()).hasSize(2);
        assertThat(logged().get(0)).startsWith("WARN the certificate in ").contains(" ends on ");
        assertThat(logged().get(1)).contains(" has ended on ").endsWith(": clients will refuse it");
    }

    private void looks(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    private List<String> logged() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    private void write(String certificate, String key) throws IOException {
        Files.writeString(files.certificate(), certificate);
        Files.writeString(files.key(), key);
    }
}
