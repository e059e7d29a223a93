package dev.natter.server.command;

import dev.natter.protocol.command.Command.Who;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Room;
import dev.natter.server.core.Session;

record WhoHandler(Chat chat) implements CommandHandler<Who> {

    @Override
    public Reply handle(Who command, Session session) {
        Room room = command.room() == null ? session.current() : chat.room(command.room());
        return new Reply.Members(room.name(), room.nicks());
    }
}
