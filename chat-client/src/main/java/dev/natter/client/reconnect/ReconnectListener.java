package dev.natter.client.reconnect;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;

/**
 * Hears what a server says, and how the connection to it fares, in the order in which that happens.
 *
 * <p>Always called on the client's event loop thread: one call at a time, over all connections. To send from here is fine;
 * to block is not, for as long as a listener takes nothing more is heard, and to wait here for a reply is to wait for ever.
 * A listener that throws is logged, and hears on.
 */
public interface ReconnectListener {

    /** Something happened. On each connection the first is the {@link Event.Welcome}. */
    void onEvent(ReconnectingClient client, Event event);

    /**
     * A command of {@link ReconnectingClient#send} was answered. The reply also completes the future that it returned; here
     * it is seen in its place among the events.
     */
    default void onReply(ReconnectingClient client, Command command, Reply reply) {}

    /** The connection has come, gone or ended. */
    default void onState(ReconnectingClient client, ConnectionState state) {}
}
