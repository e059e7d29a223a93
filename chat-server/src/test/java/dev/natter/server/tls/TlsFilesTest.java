package dev.natter.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.testkit.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the files of a certificate and its key may hold. */
final class TlsFilesTest {

    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final TestCertificate GOOD = AUTHORITY.issues("localhost");

    /** Made by {@code openssl pkcs8 -topk8} for this test. */
    private static final String ENCRYPTED = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjm1Gxs91RuLwICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEN4c32GeE+3rQB3zLCBgqo0EgZCK
            qG04V3FztGAsCMuR+fQyQbwF4OBjxWYgxUIWTsKO0ZWblXa7YZDouiP+CJEzDdvy
            SF25079I1GxTh1wow03p65BmD3NGeVIhrfCuzx16N6o+y3drZLqf58JiWebzyGFv
            yClGiK/p3mQN/YJXiXdFEg4ymLUhliQqbl8EPrqpc8FvkMR8HqDtA0spNgkhqnw=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    @TempDir
    private Path folder;

    private Path cert;
    private Path key;

    @BeforeEach
    void write() throws IOException {
        cert = file("cert.pem", GOOD.pem());
        key = file("key.pem", GOOD.keyPem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aKeyInPkcs8(String algorithm) throws Exception {
        TestCertificate certificate = issue(algorithm);
        assertThat(read(certificate.pem(), certificate.keyPem()).key().getAlgorithm())
                .isIn(algorithm, "EdDSA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aKeyInTheFormOfItsKind(String algorithm) throws Exception {
        TestCertificate certificate = issue(algorithm);
        assertThat(certificate.traditionalKeyPem()).contains("-----BEGIN " + algorithm + " PRIVATE KEY-----");
        assertThat(read(certificate.pem(), certificate.traditionalKeyPem())
                        .key()
                        .getAlgorithm())
                .isEqualTo(algorithm);
    }

    private static TestCertificate issue(String algorithm) {
        KeyPair keys = TestCertificate.newKeys(algorithm);
        return AUTHORITY.issues(keys, Instant.now().plus(Duration.ofDays(100)), "localhost");
    }

    @Test
    void aChainStaysInItsOrder() throws Exception {
        TestCertificate leaf = AUTHORITY.issuesAuthority().issues("localhost");
        TlsIdentity identity = read(leaf.pem(), leaf.keyPem());
        assertThat(identity.chain()).hasSize(2);
        assertThat(identity.certificate().getIssuerX500Principal())
                .isEqualTo(identity.chain().get(1).getSubjectX500Principal());
    }

    @Test
    void otherThingsAroundAndWindowsLineEnds() throws Exception {
        String everything = ("Bag Attributes: none\n" + GOOD.keyPem() + "subject=CN = localhost\n" + GOOD.pem()
                        + "bye\n")
                .replace("\n", "\r\n");
        assertThat(read(everything, everything).chain()).hasSize(1);
    }

    @Test
    void aKeyOfAnotherCertificate() {
        isUnusable(
                "--tls-key " + key + ": is not the key of the first certificate in " + cert + "; expected that one's",
                GOOD.pem(),
                AUTHORITY.issues("localhost").keyPem());
        isUnusable(
                "--tls-key " + key + ": is not the key of the first certificate in " + cert + "; expected that one's",
                GOOD.pem(),
                issue("RSA").keyPem());
    }

    @Test
    void aKeyThatIsEncrypted() {
        isUnusable(
                "--tls-key " + key
                        + ": is encrypted, and nobody is there to type the passphrase; expected a key without"
                        + " one (openssl pkey -in OLD -out NEW)",
                GOOD.pem(),
                ENCRYPTED);
    }

    @Test
    void theWrongWayRound() {
        isUnusable(
                "--tls-cert " + cert + ": holds no certificate; expected PEM with \"BEGIN CERTIFICATE\"",
                GOOD.keyPem(),
                GOOD.pem());
    }

    @Test
    void nothingOrSomethingElse() {
        String noKey = "--tls-key " + key + ": holds no private key; expected PEM with \"BEGIN PRIVATE KEY\","
                + " \"BEGIN RSA PRIVATE KEY\" or \"BEGIN EC PRIVATE KEY\"";
        isUnusable(noKey, GOOD.pem(), "");
        isUnusable(noKey, GOOD.pem(), "hello\n");
        isUnusable(noKey, GOOD.pem(), GOOD.pem());
    }

    /** However much of it has been written: it is used when it is all there, and never makes any other trouble. */
    @Test
    void halfAFile() throws Exception {
        for (int length = 0; length < GOOD.pem().length() - 2; length++) {
            isUnusable("", GOOD.pem().substring(0, length), GOOD.keyPem());
        }
        for (int length = 0; length < GOOD.keyPem().length() - 2; length++) {
            isUnusable("", GOOD.pem(), GOOD.keyPem().substring(0, length));
        }
    }

    @Test
    void aBrokenKeyIsNotQuoted() {
        String broken = GOOD.keyPem().replaceFirst("\nM", "\nA");
        isUnusable(
                "--tls-key " + key + ": is broken, not complete, or of an unknown kind; expected a private key in PEM",
                GOOD.pem(),
                broken);
    }

    @Test
    void whatCannotBeRead() {
        assertThatThrownBy(() -> new TlsFiles(folder.resolve("missing"), key).read())
                .isInstanceOf(UnusableTlsFilesException.class)
                .hasMessage("--tls-cert " + folder.resolve("missing")
                        + ": cannot be read; expected certificates in PEM (there is no such file)");
        assertThatThrownBy(() -> new TlsFiles(cert, folder).read())
                .isInstanceOf(UnusableTlsFilesException.class)
                .hasMessage("--tls-key " + folder + ": cannot be read; expected a private key in PEM (Is a directory)");
    }

    @Test
    void whatIsFarTooLarge() {
        isUnusable(
                "--tls-cert " + cert + ": is larger than a megabyte; expected certificates in PEM",
                "x".repeat(1 << 20) + "x",
                GOOD.keyPem());
    }

    @Test
    void theKeyIsInNoText() throws Exception {
        assertThat(read(GOOD.pem(), GOOD.keyPem())).hasToString("TlsIdentity[CN=localhost]");
    }

    private void isUnusable(String sentence, String certificate, String privateKey) {
        assertThatThrownBy(() -> read(certificate, privateKey))
                .isInstanceOf(UnusableTlsFilesException.class)
                .hasMessageContaining(sentence);
    }

    private TlsIdentity read(String certificate, String privateKey) throws Exception {
        file("cert.pem", certificate);
        file("key.pem", privateKey);
        return new TlsFiles(cert, key).read().identity();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
