package dev.natter.server.command;

import dev.natter.protocol.command.Command.ShowStats;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record StatsHandler(Chat chat, ServerControl server) implements CommandHandler<ShowStats> {

    @Override
    public Reply handle(ShowStats command, Session session) {
        return new Reply.Stats(
                server.uptime(), chat.online(), chat.roomCounts().size(), chat.messages(), server.bytesSent());
    }
}
