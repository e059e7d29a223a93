package dev.natter.server.command;

import dev.natter.protocol.command.CommandParser;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Person;
import dev.natter.server.core.Session;
import java.time.Clock;
import java.util.List;

/** Somebody whose lines are carried out. */
final class Typist {

    private final Person person;
    private final CommandQueue queue;
    private int taken;

    Typist(Person person, Dispatcher dispatcher, Clock clock) {
        this.person = person;
        this.queue = new CommandQueue(dispatcher, person.session(), clock, () -> taken++);
    }

    Typist types(String... lines) {
        for (String line : lines) {
            queue.add(CommandParser.parse(line));
        }
        return this;
    }

    Typist hears(String... lines) {
        person.hears(lines);
        return this;
    }

    Typist isQuiet() {
        person.isQuiet();
        return this;
    }

    List<Reply> takeReplies() {
        return person.outlet().takeReplies();
    }

    List<String> takeLines() {
        return person.takeLines();
    }

    /** How many lines were taken off the queue. */
    int taken() {
        return taken;
    }

    CommandQueue queue() {
        return queue;
    }

    Session session() {
        return person.session();
    }

    Person person() {
        return person;
    }

    boolean isDisconnected() {
        return person.outlet().closed() > 0;
    }
}
