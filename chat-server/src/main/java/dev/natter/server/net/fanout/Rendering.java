package dev.natter.server.net.fanout;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.format.Format;
import dev.natter.protocol.format.JsonFormat;
import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.format.TextFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;

/** The ways in which one event can read to different listeners. A new format is a new row. */
enum Rendering {
    TEXT_HERE(new TextFormat(Perspective.HERE)),
    TEXT_ELSEWHERE(new TextFormat(Perspective.ELSEWHERE)),
    TEXT_OWN(new TextFormat(Perspective.SENDER)),
    JSON(new JsonFormat());

    @SuppressWarnings("ImmutableEnumChecker") // a format has no state
    private final Format format;

    Rendering(Format format) {
        this.format = format;
    }

    /** How a room's events read to a member. */
    static Rendering of(WireFormat format, boolean currentRoom) {
        return switch (format) {
            case TEXT -> currentRoom ? TEXT_HERE : TEXT_ELSEWHERE;
            case JSON -> JSON;
        };
    }

    /** How a private message reads to its own sender. */
    static Rendering ofOwn(WireFormat format) {
        return switch (format) {
            case TEXT -> TEXT_OWN;
            case JSON -> JSON;
        };
    }

    byte[] encode(Event event) {
        return format.encode(event);
    }

    byte[] encode(Reply reply) {
        return format.encode(reply);
    }
}
