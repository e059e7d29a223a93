package dev.natter.testkit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/** A certificate made for a test, with its key: an authority's own, or one that an authority vouches for. Any thread. */
public final class TestCertificate {
    private static final int EC_BITS = 256;
    private static final Duration LIFE = Duration.ofDays(100);

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final @Nullable TestCertificate issuer;

    private TestCertificate(KeyPair keys, X509Certificate certificate, @Nullable TestCertificate issuer) {
        this.keys = keys;
        this.certificate = certificate;
        this.issuer = issuer;
    }

    /** A new authority, which vouches for itself. */
    public static TestCertificate authority() {
        return make(null, "a test's authority", true, Instant.now().plus(LIFE), newKeys("EC"), List.of());
    }

    /** One that may vouch for others in this one's name. */
    public TestCertificate issuesAuthority() {
        return make(this, "an intermediate authority", true, Instant.now().plus(LIFE), newKeys("EC"), List.of());
    }

    /** A server's, for these host names and IP addresses. */
    public TestCertificate issues(String... names) {
        return issues(newKeys("EC"), Instant.now().plus(LIFE), names);
    }

    /** The same, with an end of its own. */
    public TestCertificate issuesUntil(Instant end, String... names) {
        return issues(newKeys("EC"), end, names);
    }

    /** The same, with keys of a test's own. */
    public TestCertificate issues(KeyPair keys, Instant end, String... names) {
        return make(this, names[0], false, end, keys, List.of(names));
    }

    /** New keys of a kind, such as {@code RSA}, {@code EC} or {@code Ed25519}. */
    public static KeyPair newKeys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(EC_BITS);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static TestCertificate make(
            @Nullable TestCertificate issuer,
            String name,
            boolean authority,
            Instant end,
            KeyPair keys,
            List<String> names) {
        X500Principal subject = new X500Principal("CN=" + name);
        X500Principal by = issuer == null ? subject : issuer.certificate.getSubjectX500Principal();
        Instant begin = end.minus(LIFE).minus(LIFE);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                by,
                new BigInteger(64, new SecureRandom()),
                Date.from(begin),
                Date.from(end),
                subject,
                keys.getPublic());
        KeyPair signing = issuer == null ? keys : issuer.keys;
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                names.stream().map(TestCertificate::name).toArray(GeneralName[]::new)));
            }
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate())));
            return new TestCertificate(keys, certificate, issuer);
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName name(String name) {
        boolean address = name.matches("[0-9.]+") || name.contains(":");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    /** This certificate and those between it and the authority, as a server shows them; of an authority its own. */
    public String pem() {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        for (TestCertificate next = issuer; next != null && next.issuer != null; next = next.issuer) {
            chain.add(next.certificate);
        }
        return chain.stream().map(TestCertificate::pem).reduce("", String::concat);
    }

    private static String pem(X509Certificate certificate) {
        try {
            return pem(new JcaMiscPEMGenerator(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The private key, in PKCS #8. */
    public String keyPem() {
        try {
            return pem(new JcaPKCS8Generator(keys.getPrivate(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The private key in the form of its kind, as openssl writes it: PKCS #1 for RSA, SEC 1 for EC. */
    public String traditionalKeyPem() {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded());
            if (!keys.getPrivate().getAlgorithm().equals("EC")) {
                return pem(new JcaMiscPEMGenerator(keys.getPrivate()));
            }
            ASN1Encodable curve = info.getPrivateKeyAlgorithm().getParameters();
            BigInteger secret = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
            return pem(new PemObject("EC PARAMETERS", curve.toASN1Primitive().getEncoded()))
                    + pem(new PemObject("EC PRIVATE KEY", new ECPrivateKey(EC_BITS, secret, curve).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(PemObjectGenerator object) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    /** Writes {@code cert.pem} and {@code key.pem}, and returns the server's options that name them. */
    public List<String> optionsIn(Path folder) {
        try {
            Path cert = Files.writeString(folder.resolve("cert.pem"), pem());
            Path key = Files.writeString(folder.resolve("key.pem"), keyPem());
            return Stream.of("--tls-cert=" + cert, "--tls-key=" + key).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For clients that trust this authority, and no other. */
    public SSLContext trusted() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
