/** One handler per verb, and the dispatcher that finds it and guards it. Owner thread only. */
@NullMarked
package dev.natter.server.command;

import org.jspecify.annotations.NullMarked;
