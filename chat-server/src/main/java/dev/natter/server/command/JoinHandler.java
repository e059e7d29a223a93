package dev.natter.server.command;

import dev.natter.protocol.command.Command.Join;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record JoinHandler(Chat chat) implements CommandHandler<Join> {

    @Override
    public Reply handle(Join command, Session session) {
        return new Reply.Entered(chat.join(session, command.room()).count());
    }
}
