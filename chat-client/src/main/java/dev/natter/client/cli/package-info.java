/** The client's command line: what is typed after {@code natter}, and what comes of it on the standard streams. */
@NullMarked
package dev.natter.client.cli;

import org.jspecify.annotations.NullMarked;
