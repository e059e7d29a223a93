/** How events and replies look on the wire: TEXT for people, JSON for programs. */
@NullMarked
package dev.natter.protocol.format;

import org.jspecify.annotations.NullMarked;
