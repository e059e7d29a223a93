package dev.natter.server.command;

import dev.natter.protocol.command.Command.Kill;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

record KillHandler(Chat chat) implements CommandHandler<Kill> {

    private static final Logger LOG = LoggerFactory.getLogger(KillHandler.class);

    @Override
    public Reply handle(Kill command, Session session) {
        Session victim = chat.person(command.nick());
        if (victim == session) {
            chat.quit(session, command.reason());
        } else {
            LOG.info("{} killed {} ({})", session.nick(), victim.nick(), victim.outlet());
            chat.kill(victim, session.nick(), command.reason());
        }
        return new Reply.Removed(victim.nick());
    }
}
