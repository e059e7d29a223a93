package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.natter.client.reconnect.ReconnectListener;
import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.format.TextFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;

/**
 * Prints what is heard, as the protocol's text format shows it, which no text of anybody's can leave: terminals are safe.
 */
final class Screen implements ReconnectListener {

    private static final TextFormat HERE = new TextFormat(Perspective.HERE);
    private static final TextFormat ELSEWHERE = new TextFormat(Perspective.ELSEWHERE);
    private static final TextFormat SENDER = new TextFormat(Perspective.SENDER);

    private static final String DIM = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    private final Output out;
    private final boolean toldAll;
    private final boolean coloured;

    private Screen(Output out, boolean toldAll, boolean coloured) {
        this.out = out;
        this.toldAll = toldAll;
        this.coloured = coloured;
    }

    /** For a person who types: everything, but what was refused, about which there is a complaint. */
    static Screen forTyping(Output out, boolean coloured) {
        return new Screen(out, true, coloured);
    }

    /** Of what others say and do, and nothing that concerns this client alone. */
    static Screen ofOthers(Output out, boolean coloured) {
        return new Screen(out, false, coloured);
    }

    @Override
    public void onEvent(ReconnectingClient client, Event event) {
        if (event instanceof Event.Message message) {
            print((message.room().equals(client.room()) ? HERE : ELSEWHERE).encode(message), false);
        } else if (event instanceof Event.PrivateMessage message) {
            // What one tells oneself was said to one, too.
            boolean sent = message.from().equals(client.nick()) && !message.to().equals(client.nick());
            print((sent ? SENDER : HERE).encode(message), false);
        } else if (toldAll && event instanceof Event.Welcome) {
            print(forTyping(HERE.encode(event)), true);
        } else if (toldAll || isOfOthers(event)) {
            print(HERE.encode(event), true);
        }
    }

    @Override
    public void onReply(ReconnectingClient client, Command command, Reply reply) {
        if (toldAll && !(reply instanceof Reply.Refused)) {
            print(HERE.encode(reply), true);
        }
    }

    private static boolean isOfOthers(Event event) {
        return event instanceof Event.Joined || event instanceof Event.Left || event instanceof Event.Renamed;
    }

    /** The server speaks to a raw connection; here commands begin with a slash. No name before this has a blank in it. */
    private static byte[] forTyping(byte[] welcome) {
        return new String(welcome, UTF_8)
                .replaceFirst(" HELP lists ", " /help lists ")
                .getBytes(UTF_8);
    }

    private void print(byte[] lines, boolean notice) {
        out.print(notice && coloured ? dimmed(new String(lines, UTF_8)) : lines);
    }

    private static byte[] dimmed(String lines) {
        return lines.lines()
                .map(line -> DIM + line + PLAIN + "\n")
                .collect(joining())
                .getBytes(UTF_8);
    }
}
