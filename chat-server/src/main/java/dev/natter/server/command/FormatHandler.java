package dev.natter.server.command;

import dev.natter.protocol.command.Command.ChooseFormat;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record FormatHandler(Chat chat) implements CommandHandler<ChooseFormat> {

    @Override
    public Reply handle(ChooseFormat command, Session session) {
        session.speak(command.format());
        if (command.format() == WireFormat.JSON && !session.isWelcomedInJson()) {
            // A program that comes too late for the first line still learns who and where it is.
            session.afterReply(() -> chat.welcome(session));
        }
        return new Reply.Speaking(command.format());
    }
}
