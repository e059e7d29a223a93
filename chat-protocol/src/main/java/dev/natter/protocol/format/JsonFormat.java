package dev.natter.protocol.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The format for programs: one JSON object per line, its fields in the order in which the protocol shows them. */
public final class JsonFormat implements Format {

    /** Room for a message of the usual length. */
    private static final int USUAL_LINE = 256;

    @Override
    public byte[] encode(Event event) {
        return line(event.accept(JsonEvents.INSTANCE));
    }

    @Override
    public byte[] encode(Reply reply) {
        return line(reply.accept(JsonReplies.INSTANCE));
    }

    private static byte[] line(Fields fields) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_LINE);
        try (JsonGenerator json = Json.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return line.toByteArray();
    }

    /** What stands between the braces. */
    interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
