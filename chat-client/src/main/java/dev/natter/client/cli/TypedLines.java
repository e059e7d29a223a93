package dev.natter.client.cli;

import dev.natter.client.chat.Keyboard;
import dev.natter.protocol.codec.Line;
import java.io.IOException;

/** A keyboard whose lines the terminal itself lets one edit, or a file that stands for one. */
record TypedLines(InputLines lines) implements Keyboard {

    @Override
    public Entry next() throws IOException {
        Line line = lines.next();
        if (line == null) {
            return new Entry.End();
        }
        return line instanceof Line.Text text
                ? new Entry.Text(text.text())
                : new Entry.Unreadable(InputLines.unreadable(line).message());
    }
}
