package dev.natter.protocol.format;

/** Where a reader stands to what is said: the same event reads differently in one's own room and in another. */
public enum Perspective {
    /** A room's event, to someone whose current room it is; or what concerns the reader alone. */
    HERE,
    /** A room's event, to a member whose current room is another one. */
    ELSEWHERE,
    /** A private message, to the one who sent it. */
    SENDER
}
