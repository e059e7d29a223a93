package dev.natter.protocol.name;

/**
 * A name, as its owner spelled it. One that exists is well-formed. Two of a kind are equal if they read the same,
 * whatever their spelling: {@code ALICE} is {@code alice}. Immutable.
 */
public abstract sealed class Name permits Nick, RoomName {

    private final String spelling;
    private final String folded;

    /** Takes a name that is well-formed and normalized. */
    Name(String spelling) {
        this.spelling = spelling;
        this.folded = NameRules.fold(spelling);
    }

    /** What makes two names the same: the NFKC case folding. */
    public final String folded() {
        return folded;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Name name && name.getClass() == getClass() && name.folded.equals(folded);
    }

    @Override
    public final int hashCode() {
        return folded.hashCode();
    }

    /** The owner's spelling. */
    @Override
    public final String toString() {
        return spelling;
    }
}
