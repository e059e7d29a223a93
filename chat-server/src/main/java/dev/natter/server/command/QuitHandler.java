package dev.natter.server.command;

import dev.natter.protocol.command.Command.Quit;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record QuitHandler(Chat chat) implements CommandHandler<Quit> {

    @Override
    public Reply handle(Quit command, Session session) {
        chat.quit(session, command.reason());
        return new Reply.Done(command.verb());
    }
}
