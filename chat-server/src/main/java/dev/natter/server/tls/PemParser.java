package dev.natter.server.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Reads PEM as the world's tools write it: keys as PKCS #8, PKCS #1 and SEC 1, with other things and texts around them. */
final class PemParser {

    private static final String ANY_KEY =
            "\"BEGIN PRIVATE KEY\", \"BEGIN RSA PRIVATE KEY\" or \"BEGIN EC PRIVATE KEY\"";

    private PemParser() {}

    static TlsIdentity identity(TlsFiles files, byte[] certificate, byte[] key) throws UnusableTlsFilesException {
        TlsIdentity identity =
                new TlsIdentity(chain(files.nameOfCertificate(), certificate), privateKey(files.nameOfKey(), key));
        if (!belongTogether(identity.key(), identity.certificate().getPublicKey())) {
            throw new UnusableTlsFilesException(files.nameOfKey() + ": is not the key of the first certificate in "
                    + files.certificate() + "; expected that one's");
        }
        return identity;
    }

    private static List<X509Certificate> chain(String setting, byte[] pem) throws UnusableTlsFilesException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Object object : objects(pem)) {
                if (object instanceof X509CertificateHolder holder) {
                    chain.add((X509Certificate)
                            factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new UnusableTlsFilesException(
                    setting + ": is broken or not complete; expected certificates in PEM (" + reason(e) + ")");
        }
        if (chain.isEmpty()) {
            throw new UnusableTlsFilesException(
                    setting + ": holds no certificate; expected PEM with \"BEGIN CERTIFICATE\"");
        }
        return chain;
    }

    private static PrivateKey privateKey(String setting, byte[] pem) throws UnusableTlsFilesException {
        PrivateKey key = null;
        try {
            for (Object object : objects(pem)) {
                if (object instanceof PEMEncryptedKeyPair || object instanceof PKCS8EncryptedPrivateKeyInfo) {
                    throw new UnusableTlsFilesException(setting + ": is encrypted, and nobody is there to type the"
                            + " passphrase; expected a key without one (openssl pkey -in OLD -out NEW)");
                }
                if (key == null) {
                    key = privateKey(object);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Without the parser's own words: who knows what of the key they quote.
            throw new UnusableTlsFilesException(
                    setting + ": is broken, not complete, or of an unknown kind; expected a private key in PEM");
        }
        if (key == null) {
            throw new UnusableTlsFilesException(setting + ": holds no private key; expected PEM with " + ANY_KEY);
        }
        return key;
    }

    private static @Nullable PrivateKey privateKey(Object object) throws IOException {
        PrivateKeyInfo info = null;
        if (object instanceof PrivateKeyInfo pkcs8) {
            info = pkcs8;
        } else if (object instanceof PEMKeyPair traditional) {
            info = traditional.getPrivateKeyInfo();
        }
        return info == null ? null : new JcaPEMKeyConverter().getPrivateKey(info);
    }

    private static List<Object> objects(byte[] pem) throws IOException {
        List<Object> objects = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(new String(pem, ISO_8859_1)))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                objects.add(object);
            }
        }
        return objects;
    }

    /** What the one signs the other must find right: that holds for keys of every kind. */
    private static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
        try {
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    });
            byte[] probe = new byte[32];
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // not even of the same kind
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
