package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.natter.client.reconnect.ReconnectListener;
import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.format.TextFormat;
import dev.natter.protocol.message.Event;

/**
 * Prints what others say and do, as the protocol's text format shows it, which no text of anybody's can leave: terminals are
 * safe. What concerns this client alone is not printed.
 *
 * @param coloured whether notices are dim
 */
record Overheard(Output out, boolean coloured) implements ReconnectListener {

    private static final String DIM = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    @Override
    public void onEvent(ReconnectingClient client, Event event) {
        boolean notice = event instanceof Event.Joined || event instanceof Event.Left || event instanceof Event.Renamed;
        if (notice || event instanceof Event.Message || event instanceof Event.PrivateMessage) {
            byte[] lines = new TextFormat(Perspective.of(event, client.nick(), client.room())).encode(event);
            out.print(notice && coloured ? dimmed(new String(lines, UTF_8)) : lines);
        }
    }

    private static byte[] dimmed(String lines) {
        return lines.lines()
                .map(line -> DIM + line + PLAIN + "\n")
                .collect(joining())
                .getBytes(UTF_8);
    }
}
