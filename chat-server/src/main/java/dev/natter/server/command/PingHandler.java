package dev.natter.server.command;

import dev.natter.protocol.command.Command.Ping;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Session;

record PingHandler() implements CommandHandler<Ping> {

    @Override
    public Reply handle(Ping command, Session session) {
        return new Reply.Pong(command.token());
    }
}
