/** The names of people and rooms: what is allowed in one, and when two are the same. */
@NullMarked
package dev.natter.protocol.name;

import org.jspecify.annotations.NullMarked;
