package dev.natter.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read here by the JDK alone. */
final class CertTest {

    private static final int DNS = 2;
    private static final int IP = 7;

    @TempDir
    private Path folder;

    @Test
    void theCertificateIsForItsHostsAndVouchesForItself() throws Exception {
        run("--host", "Chat.example", "--host", "bücher.example", "--host", "10.1.2.3", "--host", "::1");
        X509Certificate certificate = certificate();
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(DNS, "Chat.example"),
                        List.of(DNS, "xn--bcher-kva.example"),
                        List.of(IP, "10.1.2.3"),
                        List.of(IP, "0:0:0:0:0:0:0:1"));
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(certificate.getSerialNumber()).isPositive();
    }

    @Test
    void byDefaultItIsForThisMachine() throws Exception {
        run();
        assertThat(certificate().getSubjectAlternativeNames())
                .contains(List.of(DNS, "localhost"), List.of(IP, "127.0.0.1"), List.of(IP, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void itIsValidFromNowOnForSoManyDays() throws Exception {
        Instant before = Instant.now();
        run("--days", "3");
        X509Certificate certificate = certificate();
        certificate.checkValidity();
        assertThat(certificate.getNotAfter().toInstant())
                .isBetween(
                        before.plus(Duration.ofDays(3)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(3)));
    }

    @Test
    void theKeyIsTheCertificatesAndPkcs8() throws Exception {
        run();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key());
        signature.update((byte) 42);
        byte[] signed = signature.sign();
        signature.initVerify(certificate());
        signature.update((byte) 42);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanReadTheKey() throws IOException {
        run();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void itSaysWhatItWroteAndHowToUseIt() throws Exception {
        SetupRun run = run("--host", "localhost", "--days", "36500");
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
        assertThat(run.out())
                .containsExactly(
                        file("crt") + ": a certificate for localhost, valid until "
                                + certificate()
                                        .getNotAfter()
                                        .toInstant()
                                        .toString()
                                        .substring(0, 10),
                        file("key") + ": its key, which nobody else should have",
                        "SHA-256 fingerprint: "
                                + HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest),
                        "",
                        "To use it:",
                        "  ./natter server --tls-cert " + file("crt") + " --tls-key " + file("key"),
                        "  ./natter chat --tls --tls-ca " + file("crt"));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        Files.writeString(file("crt"), "precious");
        isRefused(file("crt") + " is there already, and is not overwritten");
        assertThat(file("crt")).hasContent("precious");
        assertThat(file("key")).doesNotExist();
        Files.delete(file("crt"));
        Files.writeString(file("key"), "precious");
        isRefused(file("key") + " is there already, and is not overwritten");
        assertThat(file("key")).hasContent("precious");
        assertThat(file("crt")).doesNotExist();
    }

    @Test
    void aLinkToNowhereIsThereToo() throws IOException {
        Files.createSymbolicLink(file("key"), folder.resolve("elsewhere"));
        isRefused(file("key") + " is there already, and is not overwritten");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void withoutTheCertificateThereIsNoKeyEither() {
        Path nowhere = folder.resolve("nowhere").resolve("natter.crt");
        SetupRun run = SetupRun.of(
                "cert", "--cert", nowhere.toString(), "--key", file("key").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).containsExactly("natter: " + nowhere + " cannot be written: there is no such folder");
        assertThat(file("key")).doesNotExist();
    }

    @Test
    void pathsAreQuotedForTheShell() {
        assertThat(ShellWord.of(Path.of("/tmp/natter.crt"))).isEqualTo("/tmp/natter.crt");
        assertThat(ShellWord.of(Path.of("my own's.crt"))).isEqualTo("'my own'\\''s.crt'");
        assertThat(ShellWord.of(Path.of("$HOME.crt"))).isEqualTo("'$HOME.crt'");
    }

    private SetupRun run(String... options) {
        String[] arguments = new String[options.length + 5];
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[0] = "cert";
        arguments[options.length + 1] = "--cert";
        arguments[options.length + 2] = file("crt").toString();
        arguments[options.length + 3] = "--key";
        arguments[options.length + 4] = file("key").toString();
        return SetupRun.of(arguments);
    }

    private void isRefused(String sentence) {
        SetupRun run = run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).containsExactly("natter: " + sentence);
        assertThat(run.out()).isEmpty();
    }

    private Path file(String extension) {
        return folder.resolve("natter." + extension);
    }

    private X509Certificate certificate() throws Exception {
        try (InputStream pem = Files.newInputStream(file("crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private PrivateKey key() throws Exception {
        String pem = Files.readString(file("key"));
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----END PRIVATE KEY-----\n");
        String base64 = pem.replaceAll("-----.*-----", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }
}
