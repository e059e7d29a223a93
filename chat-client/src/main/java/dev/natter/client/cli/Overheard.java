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

    private static final TextFormat HERE = new TextFormat(Perspective.HERE);
    private static final TextFormat ELSEWHERE = new TextFormat(Perspective.ELSEWHERE);
    private static final TextFormat SENDER = new TextFormat(Perspective.SENDER);

    private static final String DIM = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    @Override
    public void onEvent(ReconnectingClient client, Event event) {
        if (event instanceof Event.Message message) {
            out.print((message.room().equals(client.room()) ? HERE : ELSEWHERE).encode(message));
        } else if (event instanceof Event.PrivateMessage message) {
            // What one tells oneself was said to one, too.
            boolean sent = message.from().equals(client.nick()) && !message.to().equals(client.nick());
            out.print((sent ? SENDER : HERE).encode(message));
        } else if (event instanceof Event.Joined || event instanceof Event.Left || event instanceof Event.Renamed) {
            byte[] notice = HERE.encode(event);
            out.print(coloured ? dimmed(new String(notice, UTF_8)) : notice);
        }
    }

    private static byte[] dimmed(String lines) {
        return lines.lines()
                .map(line -> DIM + line + PLAIN + "\n")
                .collect(joining())
                .getBytes(UTF_8);
    }
}
