/**
 * The load generator behind {@code natter bench}: many connections on one event loop, as fast as that goes, and a check of
 * every single delivery. It shares nothing with {@link dev.natter.client.ChatClient}, which makes objects of what it hears.
 */
@NullMarked
package dev.natter.client.bench;

import org.jspecify.annotations.NullMarked;
