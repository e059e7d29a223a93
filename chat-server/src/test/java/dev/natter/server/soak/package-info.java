/**
 * The soak: for minutes to hours all kinds of people use a real server at once, and every promise made to them is checked;
 * at the end its memory, threads and files, too. {@link dev.natter.server.soak.Soak} begins it.
 */
@NullMarked
package dev.natter.server.soak;

import org.jspecify.annotations.NullMarked;
