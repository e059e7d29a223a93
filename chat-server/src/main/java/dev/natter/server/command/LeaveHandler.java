package dev.natter.server.command;

import dev.natter.protocol.command.Command.Leave;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Room;
import dev.natter.server.core.Session;

record LeaveHandler(Chat chat) implements CommandHandler<Leave> {

    @Override
    public Reply handle(Leave command, Session session) {
        Room room = command.room() == null ? session.current() : chat.ownRoom(session, command.room());
        chat.leave(session, room);
        return new Reply.Back(session.current().count());
    }
}
