package dev.natter.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The files that {@code --tls-cert} and {@code --tls-key} name; they may be one and the same.
 *
 * @param certificate the server's certificate and those that vouch for it, in PEM
 * @param key its private key, in PEM
 */
public record TlsFiles(Path certificate, Path key) {

    /** Far more than any chain has; for what was named by mistake. */
    private static final int MAX_BYTES = 1 << 20;

    /** What both files hold at one moment. */
    public static final class Content {

        private final TlsFiles files;
        private final byte[] certificate;
        private final byte[] key;

        private Content(TlsFiles files, byte[] certificate, byte[] key) {
            this.files = files;
            this.certificate = certificate;
            this.key = key;
        }

        /**
         * Makes sense of it. Takes some hundred milliseconds the first time.
         *
         * @throws UnusableTlsFilesException if that cannot be done, or the two do not belong together
         */
        public TlsIdentity identity() throws UnusableTlsFilesException {
            return PemParser.identity(files, certificate, key);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content content
                    && Arrays.equals(certificate, content.certificate)
                    && Arrays.equals(key, content.key);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(certificate) + Arrays.hashCode(key);
        }
    }

    /**
     * Reads both.
     *
     * @throws UnusableTlsFilesException if one of them cannot be read
     */
    public Content read() throws UnusableTlsFilesException {
        return new Content(
                this,
                bytes(nameOfCertificate(), certificate, "certificates in PEM"),
                bytes(nameOfKey(), key, "a private key in PEM"));
    }

    String nameOfCertificate() {
        return "--tls-cert " + certificate;
    }

    String nameOfKey() {
        return "--tls-key " + key;
    }

    private static byte[] bytes(String setting, Path file, String expected) throws UnusableTlsFilesException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnusableTlsFilesException(setting + ": is larger than a megabyte; expected " + expected);
            }
            return bytes;
        } catch (IOException e) {
            throw new UnusableTlsFilesException(
                    setting + ": cannot be read; expected " + expected + " (" + reason(e) + ")");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
