package dev.natter.server.net;

import dev.natter.server.command.Dispatcher;
import dev.natter.server.core.Chat;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * The chat together with the thread that it belongs to.
 *
 * @param owner the only thread on which the others are used; carries out in the order in which it is given
 */
record ChatThread(Executor owner, Chat chat, Dispatcher dispatcher, Clock clock) {}
