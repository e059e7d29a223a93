/** What a client can ask for: the verbs, the commands, and how a line becomes one. */
@NullMarked
package dev.natter.protocol.command;

import org.jspecify.annotations.NullMarked;
