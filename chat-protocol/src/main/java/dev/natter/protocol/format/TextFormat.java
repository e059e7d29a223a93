package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import java.util.List;

/** The format for people: plain lines, each beginning with who speaks, safe to show on any terminal. */
public final class TextFormat implements Format {

    private final TextEvents events;

    public TextFormat(Perspective perspective) {
        this.events = new TextEvents(perspective);
    }

    @Override
    public byte[] encode(Event event) {
        return lines(event.accept(events));
    }

    @Override
    public byte[] encode(Reply reply) {
        return lines(reply.accept(TextReplies.INSTANCE));
    }

    private static byte[] lines(List<String> lines) {
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            all.append(SafeText.of(line)).append('\n');
        }
        return all.toString().getBytes(UTF_8);
    }
}
