package dev.natter.server.command;

import dev.natter.protocol.command.Command.Say;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record MsgHandler(Chat chat) implements CommandHandler<Say> {

    @Override
    public Reply handle(Say command, Session session) {
        chat.say(session, session.current(), command.text());
        return new Reply.Done(command.verb());
    }
}
