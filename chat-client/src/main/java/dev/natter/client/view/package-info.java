/** What was heard, as lines for a person to read. Plain Java: it knows no sockets and no terminal. */
@NullMarked
package dev.natter.client.view;

import org.jspecify.annotations.NullMarked;
