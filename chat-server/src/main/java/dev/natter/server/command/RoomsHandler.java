package dev.natter.server.command;

import dev.natter.protocol.command.Command.ListRooms;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record RoomsHandler(Chat chat) implements CommandHandler<ListRooms> {

    @Override
    public Reply handle(ListRooms command, Session session) {
        return new Reply.Rooms(chat.roomCounts());
    }
}
