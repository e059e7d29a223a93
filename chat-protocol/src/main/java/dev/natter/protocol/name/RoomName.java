package dev.natter.protocol.name;

/** A room's name, with its {@code #}. */
public final class RoomName extends Name {

    /** The longest name, in code points after NFC, the {@code #} not counted. */
    public static final int MAX_LENGTH = 50;

    /** Where everybody begins; it always exists. */
    public static final RoomName LOBBY = of("#lobby");

    private RoomName(String spelling) {
        super(spelling);
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
        return new RoomName(spelling);
    }

    /** Whether a word is meant to be a room rather than a person. */
    public static boolean looksLikeOne(String word) {
        return word.startsWith("#");
    }
}
