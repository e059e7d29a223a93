package dev.natter.server.password;

/** What somebody has to know, without which they are not let in. Any thread. */
public interface Password {

    /**
     * Reads a password from a setting.
     *
     * @param setting a hash, if it begins as one of argon2id's or bcrypt's; anything else is the password itself
     * @throws IllegalArgumentException if it begins as a hash but is none, or would cost too much to check; the message
     *     says what was expected
     */
    static Password of(String setting) {
        if (Argon2Hash.isOne(setting)) {
            return Argon2Hash.parse(setting);
        }
        return BcryptHash.isOne(setting) ? BcryptHash.parse(setting) : new PlainPassword(setting);
    }

    /**
     * Whether this is the password. With a hash that is meant to be slow: it can take seconds and tens of megabytes, so no
     * thread that others wait for may ask. How long it takes tells nothing of how much was right.
     */
    boolean matches(String attempt);

    /** Whether who knows the setting knows the password. */
    boolean isPlain();
}
