/** What the server says: the one reply to each command, and the events that others hear. */
@NullMarked
package dev.natter.protocol.message;

import org.jspecify.annotations.NullMarked;
