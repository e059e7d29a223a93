package dev.natter.protocol.command;

/** How the server speaks to a connection. */
public enum WireFormat {
    TEXT,
    JSON
}
