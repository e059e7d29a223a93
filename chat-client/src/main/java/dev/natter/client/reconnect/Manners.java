package dev.natter.client.reconnect;

/**
 * What to do where the server refuses the nick or a room the first time. Of what it refuses later, people are told by
 * {@link ConnectionState.Connected#remarks}.
 */
public enum Manners {
    /** Leave: nothing may be said under another name or in another room. */
    STRICT,
    /** Make do: another nick, the other rooms. */
    LENIENT
}
