package dev.natter.server.command;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Session;

/**
 * What a verb does. The session may use the verb and its arguments are well-formed: a handler starts with its real work.
 */
@FunctionalInterface
interface CommandHandler<C extends Command> {

    /**
     * Carries the command out and tells those who are to hear of it.
     *
     * @return the one answer to whoever asked
     * @throws dev.natter.protocol.command.CommandException if it cannot be done; nothing has happened then
     */
    Reply handle(C command, Session session);
}
