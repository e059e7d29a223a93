/**
 * A server that can be configured, started and stopped; several fit into one JVM.
 *
 * <p>{@code core} is the chat, {@code command} what each verb does, {@code net} the sockets and the fan-out, {@code
 * console} the operator's terminal, {@code config} the command line, {@code password} what makes an operator, {@code
 * setup} the commands that make what a server needs.
 */
@NullMarked
package dev.natter.server;

import org.jspecify.annotations.NullMarked;
