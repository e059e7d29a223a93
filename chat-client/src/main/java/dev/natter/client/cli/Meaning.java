package dev.natter.client.cli;

import dev.natter.protocol.command.CommandParser;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.name.Nick;

/** What a line of input asks the server for. */
@FunctionalInterface
interface Meaning {

    Request of(String line);

    /** Something said to the current room. */
    static Meaning saying() {
        return line -> text("MSG ", line);
    }

    /** Something said to one person. */
    static Meaning telling(Nick nick) {
        return line -> text("TELL " + nick + " ", line);
    }

    private static Request text(String command, String text) {
        if (text.chars().allMatch(c -> c == ' ' || c == '\t')) {
            return new Request.Blank();
        }
        return CommandParser.parseToSend(command + text);
    }
}
