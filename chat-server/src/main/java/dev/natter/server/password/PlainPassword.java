package dev.natter.server.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A password that stands in the setting as it is. */
final class PlainPassword implements Password {

    private final byte[] digest;

    PlainPassword(String password) {
        this.digest = sha256(password);
    }

    /** Digests are of one length, whatever was typed. */
    @Override
    public boolean matches(String attempt) {
        return MessageDigest.isEqual(digest, sha256(attempt));
    }

    @Override
    public boolean isPlain() {
        return true;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
