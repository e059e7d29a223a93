package dev.natter.protocol.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.format.JsonFormat.Fields;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ReplyVisitor;
import java.io.IOException;
import java.util.List;

/** The fields of each reply. {@link JsonReader} reads them back. */
final class JsonReplies implements ReplyVisitor<Fields> {

    static final JsonReplies INSTANCE = new JsonReplies();

    private JsonReplies() {}

    @Override
    public Fields visit(Reply.Refused refused) {
        return json -> {
            json.writeStringField("type", "error");
            json.writeStringField("command", refused.command());
            json.writeStringField("code", refused.code().code());
            json.writeStringField("message", refused.message());
        };
    }

    @Override
    public Fields visit(Reply.Done done) {
        return json -> ok(json, done.verb());
    }

    @Override
    public Fields visit(Reply.Named named) {
        return json -> {
            ok(json, Verb.NICK);
            json.writeStringField("nick", named.nick().toString());
        };
    }

    @Override
    public Fields visit(Reply.Entered entered) {
        return json -> {
            ok(json, Verb.JOIN);
            count(json, entered.room());
        };
    }

    @Override
    public Fields visit(Reply.Back back) {
        return json -> {
            ok(json, Verb.LEAVE);
            count(json, back.room());
        };
    }

    @Override
    public Fields visit(Reply.Members members) {
        return json -> {
            ok(json, Verb.WHO);
            json.writeStringField("room", members.room().toString());
            names(json, "nicks", members.nicks());
        };
    }

    @Override
    public Fields visit(Reply.Person person) {
        return json -> {
            ok(json, Verb.WHOIS);
            json.writeStringField("nick", person.nick().toString());
            names(json, "rooms", person.rooms());
            json.writeStringField("connected", Json.time(person.connected()));
            json.writeNumberField("idle", person.idle().toSeconds());
            json.writeBooleanField("operator", person.operator());
            if (person.address() != null) {
                json.writeStringField("address", person.address());
            }
        };
    }

    @Override
    public Fields visit(Reply.Rooms rooms) {
        return json -> {
            ok(json, Verb.ROOMS);
            json.writeArrayFieldStart("rooms");
            for (Reply.RoomCount room : rooms.rooms()) {
                json.writeStartObject();
                count(json, room);
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    @Override
    public Fields visit(Reply.Removed removed) {
        return json -> {
            ok(json, Verb.KILL);
            json.writeStringField("nick", removed.nick().toString());
        };
    }

    @Override
    public Fields visit(Reply.Speaking speaking) {
        return json -> {
            ok(json, Verb.FORMAT);
            json.writeStringField("format", speaking.format().name());
        };
    }

    @Override
    public Fields visit(Reply.Echoing echoing) {
        return json -> {
            ok(json, Verb.ECHO);
            json.writeBooleanField("echo", echoing.echo());
        };
    }

    @Override
    public Fields visit(Reply.Pong pong) {
        return json -> {
            ok(json, Verb.PING);
            json.writeStringField("token", pong.token());
        };
    }

    @Override
    public Fields visit(Reply.Help help) {
        return json -> {
            ok(json, Verb.HELP);
            json.writeArrayFieldStart("commands");
            for (Reply.HelpRow row : help.commands()) {
                json.writeStartObject();
                json.writeStringField("verb", row.verb());
                json.writeStringField("syntax", row.syntax());
                json.writeStringField("help", row.help());
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    @Override
    public Fields visit(Reply.Stats stats) {
        return json -> {
            ok(json, Verb.STATS);
            json.writeNumberField("uptime", stats.uptime().toSeconds());
            json.writeNumberField("connections", stats.connections());
            json.writeNumberField("rooms", stats.rooms());
            json.writeNumberField("messages", stats.messages());
            json.writeNumberField("bytes", stats.bytes());
        };
    }

    private static void ok(JsonGenerator json, Verb verb) throws IOException {
        json.writeStringField("type", "ok");
        json.writeStringField("command", verb.name());
    }

    private static void count(JsonGenerator json, Reply.RoomCount room) throws IOException {
        json.writeStringField("room", room.room().toString());
        json.writeNumberField("online", room.online());
    }

    private static void names(JsonGenerator json, String field, List<?> names) throws IOException {
        json.writeArrayFieldStart(field);
        for (Object name : names) {
            json.writeString(name.toString());
        }
        json.writeEndArray();
    }
}
