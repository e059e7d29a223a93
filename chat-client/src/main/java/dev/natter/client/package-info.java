/**
 * A client as a library: {@link dev.natter.client.ChatClient} connects, sends commands, tells of events;
 * one that comes back when it is lost is in the package {@code reconnect}. Only
 * {@link dev.natter.client.ChatClientMain} knows that there is a command line, which is in the package {@code cli}.
 */
@NullMarked
package dev.natter.client;

import org.jspecify.annotations.NullMarked;
