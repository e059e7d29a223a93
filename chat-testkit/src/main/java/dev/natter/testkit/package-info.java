/**
 * A test's view of a chat server: people with a crude telnet, transcripts of what they say and hear, real programs such
 * as {@code nc}, and the server that they all talk to.
 *
 * <p>This package shares no code with the server and knows no more of the protocol than the welcome, {@code NICK},
 * {@code FORMAT} and {@code PING} (and {@code WHO} and {@code QUIT}, to find a server elsewhere empty): a mistake in the
 * server's own notion of the protocol must not be repeated, and so be hidden, here. It must not know Netty, nor any
 * class of the other modules.
 *
 * <ul>
 *   <li>{@link dev.natter.testkit.Telnet} is a person in a test written in Java.
 *   <li>{@link dev.natter.testkit.Transcripts} finds the transcripts and makes tests of them.
 *   <li>{@link dev.natter.testkit.ServerFactory} and {@link dev.natter.testkit.ServerUnderTest} are what a server has to
 *       implement to be tested by them; {@link dev.natter.testkit.RemoteServer} is one that runs elsewhere.
 *   <li>{@link dev.natter.testkit.RealClient} is a program that people really use.
 *   <li>{@link dev.natter.testkit.TerminalUnderTest} is a terminal with a program in it.
 * </ul>
 */
@NullMarked
package dev.natter.testkit;

import org.jspecify.annotations.NullMarked;
