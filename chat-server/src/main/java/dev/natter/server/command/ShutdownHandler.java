package dev.natter.server.command;

import dev.natter.protocol.command.Command.Shutdown;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

record ShutdownHandler(ServerControl server) implements CommandHandler<Shutdown> {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownHandler.class);

    @Override
    public Reply handle(Shutdown command, Session session) {
        LOG.info("{} shuts the server down ({})", session.nick(), session.outlet());
        String reason = command.reason() == null ? ServerControl.DEFAULT_REASON : command.reason();
        session.afterReply(() -> server.stop(reason));
        return new Reply.Done(command.verb());
    }
}
