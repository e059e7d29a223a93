package dev.natter.client;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;

/**
 * Hears what a server says, in the order in which it says it.
 *
 * <p>Always called on the client's event loop thread. To send from here is fine; to block is not, for as long as a
 * listener takes nothing more is heard, and to wait here for a reply is to wait for ever. A listener that throws is
 * logged, and hears on.
 */
@FunctionalInterface
public interface ChatListener {

    /** Something happened. The first is the {@link Event.Welcome}, before the connecting is done. */
    void onEvent(ChatClient client, Event event);

    /**
     * A command was answered. The reply also completes the future that {@link ChatClient#send} returned; here it is seen
     * in its place among the events.
     */
    default void onReply(ChatClient client, Command command, Reply reply) {}
}
