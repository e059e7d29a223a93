package dev.natter.protocol.message;

/** Anything that the server says: the answer to a command, or news of what happened. */
public sealed interface ServerLine permits Event, Reply {}
