package dev.natter.server.command;

import dev.natter.protocol.command.Command.Help;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.Reply.HelpRow;
import dev.natter.server.core.Session;
import java.util.stream.Stream;

record HelpHandler() implements CommandHandler<Help> {

    @Override
    public Reply handle(Help command, Session session) {
        Stream<Verb> verbs = command.about() == null ? Stream.of(Verb.values()) : Stream.of(command.about());
        return new Reply.Help(verbs.map(HelpRow::of).toList());
    }
}
