package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import java.util.List;

/** The format for people: plain lines, each beginning with who speaks, safe to show on any terminal. */
public final class TextFormat implements Format {

    private static final byte[] NOTHING = {};

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
        return switch (lines.size()) {
            case 0 -> NOTHING;
            case 1 -> line(lines.get(0));
            default ->
                lines.stream()
                        .map(line -> SafeText.of(line) + "\n")
                        .collect(joining())
                        .getBytes(UTF_8);
        };
    }

    /** Nearly every line is harmless, which is found out faster from its bytes than from its characters. */
    private static byte[] line(String line) {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        return PrintableAscii.is(bytes, bytes.length - 1) ? bytes : (SafeText.of(line) + "\n").getBytes(UTF_8);
    }
}
