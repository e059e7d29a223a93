/**
 * A connection that comes back: {@link dev.natter.client.reconnect.ReconnectingClient} takes name and rooms again, and sends
 * what has been kept meanwhile.
 */
@NullMarked
package dev.natter.client.reconnect;

import org.jspecify.annotations.NullMarked;
