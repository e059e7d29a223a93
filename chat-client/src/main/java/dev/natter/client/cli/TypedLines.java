package dev.natter.client.cli;

import dev.natter.client.chat.Keyboard;
import dev.natter.protocol.codec.Line;
import dev.natter.protocol.command.CommandParser;
import java.io.IOException;

/** A keyboard whose lines the terminal itself lets one edit, or a file that stands for one. */
record TypedLines(InputLines lines) implements Keyboard {

    @Override
    public Entry next() throws IOException {
        Line line = lines.next();
        if (line == null) {
            return new Entry.End();
        }
        if (line instanceof Line.Text text) {
            return new Entry.Text(text.text());
        }
        return new Entry.Unreadable(
                line instanceof Line.TooLong
                        ? "a text has at most " + CommandParser.MAX_TEXT + " characters"
                        : "the line is not valid UTF-8");
    }
}
