package dev.natter.protocol.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.natter.protocol.format.JsonFormat.Fields;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.EventVisitor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields of each event. {@link JsonReader} reads them back. */
final class JsonEvents implements EventVisitor<Fields> {

    static final JsonEvents INSTANCE = new JsonEvents();

    private JsonEvents() {}

    @Override
    public Fields visit(Event.Welcome welcome) {
        return json -> {
            start(json, "welcome", welcome);
            json.writeStringField("nick", welcome.nick().toString());
            json.writeStringField("room", welcome.room().toString());
            json.writeNumberField("online", welcome.online());
            if (!welcome.motd().isEmpty()) {
                json.writeFieldName("motd");
                json.writeArray(
                        welcome.motd().toArray(String[]::new), 0, welcome.motd().size());
            }
        };
    }

    @Override
    public Fields visit(Event.Message message) {
        return json -> {
            start(json, "message", message);
            json.writeStringField("room", message.room().toString());
            json.writeStringField("from", message.from().toString());
            json.writeStringField("text", message.text());
        };
    }

    @Override
    public Fields visit(Event.PrivateMessage message) {
        return json -> {
            start(json, "private", message);
            json.writeStringField("from", message.from().toString());
            json.writeStringField("to", message.to().toString());
            json.writeStringField("text", message.text());
        };
    }

    @Override
    public Fields visit(Event.Joined joined) {
        return json -> {
            start(json, "joined", joined);
            json.writeStringField("room", joined.room().toString());
            json.writeStringField("nick", joined.nick().toString());
            json.writeNumberField("online", joined.online());
        };
    }

    @Override
    public Fields visit(Event.Left left) {
        Departure departure = left.departure();
        return json -> {
            start(json, "left", left);
            json.writeStringField("room", left.room().toString());
            json.writeStringField("nick", left.nick().toString());
            json.writeNumberField("online", left.online());
            json.writeStringField("cause", departure.cause().word());
            optional(json, "by", departure.by());
            optional(json, "reason", departure.reason());
        };
    }

    @Override
    public Fields visit(Event.Renamed renamed) {
        return json -> {
            start(json, "renamed", renamed);
            json.writeStringField("was", renamed.was().toString());
            json.writeStringField("nick", renamed.nick().toString());
        };
    }

    @Override
    public Fields visit(Event.Killed killed) {
        return json -> {
            start(json, "killed", killed);
            json.writeStringField("nick", killed.nick().toString());
            json.writeStringField("by", killed.by().toString());
            optional(json, "reason", killed.reason());
        };
    }

    @Override
    public Fields visit(Event.Closing closing) {
        return json -> {
            start(json, "closing", closing);
            json.writeStringField("reason", closing.reason());
        };
    }

    private static void start(JsonGenerator json, String type, Event event) throws IOException {
        json.writeStringField("type", type);
        json.writeStringField("time", Json.time(event.time()));
    }

    private static void optional(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }
}
