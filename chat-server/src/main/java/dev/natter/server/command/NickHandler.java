package dev.natter.server.command;

import dev.natter.protocol.command.Command.TakeNick;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record NickHandler(Chat chat) implements CommandHandler<TakeNick> {

    @Override
    public Reply handle(TakeNick command, Session session) {
        chat.rename(session, command.nick());
        return new Reply.Named(session.nick());
    }
}
