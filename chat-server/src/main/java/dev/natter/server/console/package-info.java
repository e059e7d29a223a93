/** The terminal from which the server itself was started. */
@NullMarked
package dev.natter.server.console;

import org.jspecify.annotations.NullMarked;
