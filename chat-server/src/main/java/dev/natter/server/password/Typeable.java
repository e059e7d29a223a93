package dev.natter.server.password;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What can be typed behind OPER. Any other password would lock the operator out without a word. */
public final class Typeable {

    /** Together with OPER and a blank this is the longest line. */
    private static final int MAX_BYTES = 8187;

    private Typeable() {}

    /**
     * The same password.
     *
     * @throws IllegalArgumentException if it cannot be typed; the message says what was expected
     */
    public static String checked(String password) {
        if (password.contains("\n") || password.startsWith(" ") || password.startsWith("\t")) {
            throw new IllegalArgumentException("expected one line that does not begin with a blank");
        }
        if (password.getBytes(UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("expected at most " + MAX_BYTES + " bytes");
        }
        return password;
    }
}
