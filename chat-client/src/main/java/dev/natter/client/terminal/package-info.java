/** The terminal: what is typed into it, and what is drawn on it. All of JLine is here, but for styled strings. */
@NullMarked
package dev.natter.client.terminal;

import org.jspecify.annotations.NullMarked;
