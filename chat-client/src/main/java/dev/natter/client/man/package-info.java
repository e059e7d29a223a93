/** Writes the man pages when the client is built, from what its command line knows of itself. Not in the client's jar. */
@NullMarked
package dev.natter.client.man;

import org.jspecify.annotations.NullMarked;
