package dev.natter.server.command;

import dev.natter.protocol.command.Command.Whois;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record WhoisHandler(Chat chat) implements CommandHandler<Whois> {

    @Override
    public Reply handle(Whois command, Session session) {
        Session person = chat.person(command.nick());
        return new Reply.Person(
                person.nick(),
                person.roomNames(),
                person.connected(),
                person.idle(chat.now()),
                person.isOperator(),
                session.isOperator() ? person.outlet().address() : null);
    }
}
