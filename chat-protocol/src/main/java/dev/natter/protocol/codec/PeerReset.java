package dev.natter.protocol.codec;

/**
 * An event for the {@link LineDecoder}: the other end has gone without a word. A failed write may be what finds that out, and
 * the system tells it only once: to reads the end looks like one in order then.
 */
public enum PeerReset {
    SEEN
}
