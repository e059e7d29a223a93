package dev.natter.protocol.codec;

/**
 * A Telnet client's question whether all that it sent has been processed (RFC 860). It stands among the lines, for its
 * answer must too. A client that interrupts its output (Ctrl-C) discards everything until that answer comes.
 */
public enum TimingMark {
    REQUESTED;

    /** {@code IAC WONT TIMING-MARK}: an answer, though the option is refused. */
    public byte[] answer() {
        return new byte[] {(byte) 255, (byte) 252, 6};
    }
}
