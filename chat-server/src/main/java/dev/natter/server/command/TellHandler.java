package dev.natter.server.command;

import dev.natter.protocol.command.Command.Target;
import dev.natter.protocol.command.Command.Tell;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;

record TellHandler(Chat chat) implements CommandHandler<Tell> {

    @Override
    public Reply handle(Tell command, Session session) {
        if (command.target() instanceof Target.Room room) {
            chat.say(session, chat.ownRoom(session, room.name()), command.text());
        } else if (command.target() instanceof Target.Person person) {
            chat.tell(session, chat.person(person.nick()), command.text());
        }
        return new Reply.Done(command.verb());
    }
}
