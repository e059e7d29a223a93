package dev.natter.protocol.name;

/**
 * A room's name with its {@code #}, as whoever created the room spelled it.
 *
 * <p>A room name that exists is well-formed. Two are equal if they read the same, whatever their spelling. Immutable.
 */
public final class RoomName {

    /** The longest name, in code points after NFC, the {@code #} not counted. */
    public static final int MAX_LENGTH = 50;

    /** Where everybody begins; it always exists. */
    public static final RoomName LOBBY = of("#lobby");

    private final String spelling;
    private final String folded;

    private RoomName(String spelling, String folded) {
        this.spelling = spelling;
        this.folded = folded;
    }

    /**
     * Reads a room's name.
     *
     * @throws BadNameException if the protocol does not allow it; the message says why
     */
    public static RoomName of(String asked) {
        String spelling = NameRules.normalize(asked);
        if (!looksLikeOne(spelling) || !NameRules.isWellFormed(spelling, 1, MAX_LENGTH)) {
            throw new BadNameException(Quote.of(asked) + " is not a room: # and 1 to " + MAX_LENGTH
                    + " letters, digits or " + NameRules.PUNCTUATION);
        }
        if (NameRules.mixesScripts(spelling)) {
            throw new BadNameException(Quote.of(asked) + " is not a room: it mixes scripts");
        }
        return new RoomName(spelling, NameRules.fold(spelling));
    }

    /** Whether a word is meant to be a room rather than a person. */
    public static boolean looksLikeOne(String word) {
        return word.startsWith("#");
    }

    /** What makes two names the same: the NFKC case folding. */
    public String folded() {
        return folded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoomName name && name.folded.equals(folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** The creator's spelling. */
    @Override
    public String toString() {
        return spelling;
    }
}
