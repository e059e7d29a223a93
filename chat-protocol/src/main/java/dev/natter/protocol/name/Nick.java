package dev.natter.protocol.name;

/** A person's name. Whether it is free, or reserved, is for the server to say. */
public final class Nick extends Name {

    /** The longest nick, in code points after NFC. */
    public static final int MAX_LENGTH = 30;

    /** The name under which the server itself speaks; nobody else can have it. */
    public static final Nick SERVER = of("server");

    private Nick(String spelling) {
        super(spelling);
    }

    /**
     * Reads a nick.
     *
     * @throws BadNameException if the protocol does not allow it; the message says why
     */
    public static Nick of(String asked) {
        String spelling = NameRules.normalize(asked);
        boolean wellFormed = NameRules.isWellFormed(spelling, 0, MAX_LENGTH) && startsLikeAName(spelling);
        if (!wellFormed) {
            throw new BadNameException(Quote.of(asked) + " is not a nickname: 1 to " + MAX_LENGTH
                    + " letters, digits or " + NameRules.PUNCTUATION + ", the first a letter or _");
        }
        if (NameRules.mixesScripts(spelling)) {
            throw new BadNameException(Quote.of(asked) + " is not a nickname: it mixes scripts");
        }
        return new Nick(spelling);
    }

    /** The name that the server gives to the {@code number}th of those who have not chosen one yet. */
    public static Nick guest(int number) {
        return new Nick("guest" + number);
    }

    /** Whether only the server may give this name: its own, "you", and those of guests. */
    public boolean isReserved() {
        return folded().equals("server") || folded().equals("you") || isGuest();
    }

    private boolean isGuest() {
        return folded().length() > 5
                && folded().startsWith("guest")
                && folded().codePoints().skip(5).allMatch(NameRules::isDigit);
    }

    private static boolean startsLikeAName(String spelling) {
        int first = spelling.codePointAt(0);
        return first == '_' || NameRules.isLetter(first);
    }
}
