package dev.natter.server.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** A password hashed by bcrypt, in the form of OpenBSD's crypt, as htpasswd writes it too. */
final class BcryptHash implements Password {

    private static final Pattern PREFIX = Pattern.compile("\\$2[aby]\\$");

    /** The last characters of salt and hash have bits to spare, which are zero. */
    private static final Pattern WHOLE =
            Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]");

    /** Each more takes twice the time; this many take more than a second. */
    private static final int MAX_COST = 14;

    /** Bcrypt does not look at what is behind. */
    private static final int MAX_BYTES = 72;

    private final String hash;

    private BcryptHash(String hash) {
        this.hash = hash;
    }

    static boolean isOne(String setting) {
        return PREFIX.matcher(setting).lookingAt();
    }

    static BcryptHash parse(String hash) {
        Matcher matcher = WHOLE.matcher(hash);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a bcrypt hash: $2b$COST$ and 53 characters of salt and hash");
        }
        Bound.check("cost", matcher.group(1), 4, MAX_COST);
        return new BcryptHash(hash);
    }

    @Override
    public boolean matches(String attempt) {
        byte[] bytes = attempt.getBytes(UTF_8);
        return bytes.length <= MAX_BYTES && OpenBSDBCrypt.checkPassword(hash, bytes);
    }

    @Override
    public boolean isPlain() {
        return false;
    }
}
