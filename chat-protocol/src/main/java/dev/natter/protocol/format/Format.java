package dev.natter.protocol.format;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;

/** One way in which the server speaks. Stateless; any thread. */
public interface Format {

    /** The format that is so called, as somebody sees it who stands there. */
    static Format of(WireFormat name, Perspective perspective) {
        return switch (name) {
            case TEXT -> new TextFormat(perspective);
            case JSON -> new JsonFormat();
        };
    }

    /** The event as whole lines, in UTF-8, each with its LF. */
    byte[] encode(Event event);

    /** The reply as whole lines, in UTF-8, each with its LF; empty if success is silent in this format. */
    byte[] encode(Reply reply);
}
