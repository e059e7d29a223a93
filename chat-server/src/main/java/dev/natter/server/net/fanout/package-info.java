/** One message to many: audiences, ticks, and each connection's way out. */
@NullMarked
package dev.natter.server.net.fanout;

import org.jspecify.annotations.NullMarked;
