package dev.natter.server.command;

import dev.natter.protocol.command.Command.Echo;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Session;

record EchoHandler() implements CommandHandler<Echo> {

    @Override
    public Reply handle(Echo command, Session session) {
        session.echo(command.on());
        return new Reply.Echoing(command.on());
    }
}
