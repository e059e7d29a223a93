package dev.natter.server.command;

import dev.natter.protocol.command.Command.Quit;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record QuitHandler(Chat chat) implements CommandHandler<Quit> {

    @Override
    public Reply handle(Quit command, Session session) {
        chat.end(session, Departure.quit(command.reason()));
        session.afterReply(session.outlet()::close);
        return new Reply.Done(command.verb());
    }
}
