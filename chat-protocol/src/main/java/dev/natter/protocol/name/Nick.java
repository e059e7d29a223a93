package dev.natter.protocol.name;

import java.util.OptionalInt;

/** A person's name. Whether it is free, or reserved, is for the server to say. */
public final class Nick extends Name {

    /** The longest nick, in code points after NFC. */
    public static final int MAX_LENGTH = 30;

    /** The name under which the server itself speaks; nobody else can have it. */
    public static final Nick SERVER = of("server");

    private static final String GUEST = "guest";

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
        return new Nick(GUEST + number);
    }

    /** Whether only the server may give this name: its own, "you", and those of guests. */
    public boolean isReserved() {
        return folded().equals("server") || folded().equals("you") || isGuest();
    }

    /** The number of a {@link #guest}; empty for any other nick. */
    public OptionalInt guestNumber() {
        return isGuest() ? OptionalInt.of(Integer.parseInt(folded().substring(GUEST.length()))) : OptionalInt.empty();
    }

    private boolean isGuest() {
        return folded().length() > GUEST.length()
                && folded().startsWith(GUEST)
                && folded().codePoints().skip(GUEST.length()).allMatch(NameRules::isDigit);
    }

    private static boolean startsLikeAName(String spelling) {
        int first = spelling.codePointAt(0);
        return first == '_' || NameRules.isLetter(first);
    }
}
