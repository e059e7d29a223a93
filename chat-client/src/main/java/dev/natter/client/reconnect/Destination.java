package dev.natter.client.reconnect;

/**
 * A server to go to, and who to be there.
 *
 * @param name what to call it
 */
public record Destination(String name, Endpoint endpoint, Presence presence) {}
