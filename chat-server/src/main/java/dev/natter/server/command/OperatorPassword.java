package dev.natter.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What makes an operator, if anything does. */
public final class OperatorPassword {

    private final byte @Nullable [] digest;

    /** @param password null if nobody can become an operator */
    public OperatorPassword(@Nullable String password) {
        this.digest = password == null ? null : sha256(password);
    }

    boolean isConfigured() {
        return digest != null;
    }

    /** Compares in a time that tells nothing of how much was right; digests are of one length, whatever was typed. */
    boolean matches(String attempt) {
        return digest != null && MessageDigest.isEqual(digest, sha256(attempt));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
