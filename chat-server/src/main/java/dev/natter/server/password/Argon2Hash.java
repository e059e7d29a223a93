package dev.natter.server.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A password hashed by argon2id (RFC 9106), in the PHC string format, as the argon2 program writes it too. */
public final class Argon2Hash implements Password {

    private static final String PREFIX = "$argon2id$";
    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
            + "\\$([A-Za-z0-9+/]{1,99})\\$([A-Za-z0-9+/]{1,99})");

    // Whoever connects can ask for a check, so what one costs is bounded.
    private static final int MAX_MEMORY_KIB = 64 * 1024;
    private static final int MAX_PASSES = 10;
    private static final int MAX_LANES = 16;

    // What OWASP's Password Storage Cheat Sheet recommends.
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final int memoryKib;
    private final int passes;
    private final int lanes;
    private final byte[] salt;
    private final byte[] hash;

    /**
     * What the check before this one worked in: as much anew for each would keep the garbage collector busy, which stops
     * everybody. Given back when memory is short.
     */
    private SoftReference<BlockPool> blocks = new SoftReference<>(null);

    private Argon2Hash(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
        this.hash = hash;
    }

    static boolean isOne(String setting) {
        return setting.startsWith(PREFIX);
    }

    static Argon2Hash parse(String phc) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected $argon2id$v=19$m=MEMORY,t=PASSES,p=LANES$SALT$HASH"
                    + ", as natter hash-password writes it");
        }
        int lanes = Bound.check("p", matcher.group(3), 1, MAX_LANES);
        return new Argon2Hash(
                Bound.check("m", matcher.group(1), 8 * lanes, maxMemoryKib()),
                Bound.check("t", matcher.group(2), 1, MAX_PASSES),
                lanes,
                decoded("salt", matcher.group(4), 8),
                decoded("hash", matcher.group(5), 16));
    }

    /** A check must not take the memory that the chat lives on. */
    private static int maxMemoryKib() {
        return (int) Math.min(MAX_MEMORY_KIB, Runtime.getRuntime().maxMemory() / 1024 / 2);
    }

    private static byte[] decoded(String what, String base64, int minBytes) {
        if (base64.length() % 4 == 1) {
            throw new IllegalArgumentException("the " + what + " is cut off; expected base64 without padding");
        }
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length < minBytes) {
            throw new IllegalArgumentException(
                    "the " + what + " is too short; expected " + minBytes + " bytes in base64, or more");
        }
        return bytes;
    }

    /** Hashes a password, with a salt of its own. Takes some 20 MiB and a moment. */
    public static Argon2Hash hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Argon2Hash unfilled = new Argon2Hash(MEMORY_KIB, PASSES, LANES, salt, new byte[HASH_BYTES]);
        return new Argon2Hash(MEMORY_KIB, PASSES, LANES, salt, unfilled.hashed(password));
    }

    @Override
    public boolean matches(String attempt) {
        return MessageDigest.isEqual(hash, hashed(attempt));
    }

    @Override
    public boolean isPlain() {
        return false;
    }

    private byte[] hashed(String attempt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(blocks())
                .build());
        byte[] bytes = new byte[hash.length];
        generator.generateBytes(attempt.getBytes(UTF_8), bytes);
        return bytes;
    }

    private synchronized BlockPool blocks() {
        BlockPool pool = blocks.get();
        if (pool == null) {
            pool = new FixedBlockPool(memoryKib); // a block is a KiB
            blocks = new SoftReference<>(pool);
        }
        return pool;
    }

    /** The hash as a PHC string, to be stored. */
    public String toPhc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return PREFIX + "v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }
}
