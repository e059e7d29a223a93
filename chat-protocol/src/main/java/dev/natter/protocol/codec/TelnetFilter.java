package dev.natter.protocol.codec;

/** Tells the bytes of a Telnet client's own sequences (RFC 854) from what was typed. Looks at one byte at a time. */
final class TelnetFilter {

    /** What a byte turned out to be. */
    enum Meaning {
        TYPED,
        PART_OF_A_SEQUENCE,
        /** The last byte of IAC DO TIMING-MARK. */
        TIMING_MARK,
        /** A byte that cannot follow IAC. */
        INVALID
    }

    private enum State {
        TEXT,
        COMMAND,
        OPTION,
        OPTION_TO_DO,
        SUBNEGOTIATION,
        COMMAND_IN_SUBNEGOTIATION
    }

    private static final int IAC = 255;
    private static final int DO = 253;
    private static final int WILL = 251;
    private static final int SB = 250;
    private static final int SE = 240;
    private static final int TIMING_MARK = 6;

    private State state = State.TEXT;

    Meaning classify(byte signed) {
        int b = signed & 0xFF;
        if (state == State.TEXT) {
            if (b != IAC) {
                return Meaning.TYPED;
            }
            state = State.COMMAND;
            return Meaning.PART_OF_A_SEQUENCE;
        }
        return inSequence(b);
    }

    private Meaning inSequence(int b) {
        State before = state;
        state = next(b);
        if (before == State.COMMAND && b < SE) {
            return Meaning.INVALID;
        }
        return before == State.OPTION_TO_DO && b == TIMING_MARK ? Meaning.TIMING_MARK : Meaning.PART_OF_A_SEQUENCE;
    }

    private State next(int b) {
        return switch (state) {
            case COMMAND -> afterIac(b);
            case SUBNEGOTIATION -> b == IAC ? State.COMMAND_IN_SUBNEGOTIATION : State.SUBNEGOTIATION;
            case COMMAND_IN_SUBNEGOTIATION -> b == SE ? State.TEXT : State.SUBNEGOTIATION;
            case TEXT, OPTION, OPTION_TO_DO -> State.TEXT;
        };
    }

    private static State afterIac(int b) {
        if (b == IAC) {
            // An urgent data mark arrives as a lone IAC in front of another sequence.
            return State.COMMAND;
        }
        if (b == SB) {
            return State.SUBNEGOTIATION;
        }
        if (b == DO) {
            return State.OPTION_TO_DO;
        }
        return b >= WILL ? State.OPTION : State.TEXT;
    }
}
