/**
 * The chat itself: who is here, who is in which room, who hears what.
 *
 * <p>Plain Java without locks: everything here belongs to one thread, the owner, which makes one total order of all that
 * happens. It knows neither Netty nor how anything reads on the wire; what it has to say goes out through {@link
 * dev.natter.server.core.Outlet} and {@link dev.natter.server.core.Broadcast}.
 */
@NullMarked
package dev.natter.server.core;

import org.jspecify.annotations.NullMarked;
