package dev.natter.protocol.format;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ServerLine;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link JsonFormat} wrote, for the client. Fields it does not know are passed over: a newer server may send
 * more. Stateless; any thread.
 */
public final class JsonReader {

    private JsonReader() {}

    /**
     * Reads one line.
     *
     * @return empty if it is of a type that this version does not know
     * @throws IllegalArgumentException if it is not what a Natter server says
     */
    public static Optional<ServerLine> read(String line) {
        try {
            return Optional.ofNullable(read(JsonObject.parse(line)));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a line of a Natter server: " + SafeText.of(line), e);
        }
    }

    private static @Nullable ServerLine read(JsonObject line) {
        return switch (line.string("type")) {
            case "ok" -> ok(Verb.valueOf(line.string("command")), line);
            case "error" ->
                new Reply.Refused(
                        line.stringOrNull("command"), ErrorCode.of(line.string("code")), line.string("message"));
            case "welcome" ->
                new Event.Welcome(
                        time(line), nick(line, "nick"), room(line), line.integer("online"), line.strings("motd"));
            case "message" -> new Event.Message(time(line), room(line), nick(line, "from"), line.string("text"));
            case "private" ->
                new Event.PrivateMessage(time(line), nick(line, "from"), nick(line, "to"), line.string("text"));
            case "joined" -> new Event.Joined(time(line), room(line), nick(line, "nick"), line.integer("online"));
            case "left" ->
                new Event.Left(time(line), room(line), nick(line, "nick"), line.integer("online"), departure(line));
            case "renamed" -> new Event.Renamed(time(line), nick(line, "was"), nick(line, "nick"));
            case "killed" ->
                new Event.Killed(time(line), nick(line, "nick"), nick(line, "by"), line.stringOrNull("reason"));
            case "closing" -> new Event.Closing(time(line), line.string("reason"));
            default -> null;
        };
    }

    private static Reply ok(Verb verb, JsonObject line) {
        return switch (verb) {
            case MSG, TELL, OPER, QUIT, SHUTDOWN -> new Reply.Done(verb);
            case NICK -> new Reply.Named(nick(line, "nick"));
            case WHO ->
                new Reply.Members(
                        room(line), line.strings("nicks").stream().map(Nick::of).toList());
            case WHOIS ->
                new Reply.Person(
                        nick(line, "nick"),
                        line.strings("rooms").stream().map(RoomName::of).toList(),
                        Instant.parse(line.string("connected")),
                        Duration.ofSeconds(line.number("idle")),
                        line.bool("operator"),
                        line.stringOrNull("address"));
            case JOIN -> new Reply.Entered(roomCount(line));
            case LEAVE -> new Reply.Back(roomCount(line));
            case ROOMS ->
                new Reply.Rooms(line.objects("rooms").stream()
                        .map(JsonReader::roomCount)
                        .toList());
            case KILL -> new Reply.Removed(nick(line, "nick"));
            case FORMAT -> new Reply.Speaking(WireFormat.valueOf(line.string("format")));
            case ECHO -> new Reply.Echoing(line.bool("echo"));
            case PING -> new Reply.Pong(line.string("token"));
            case HELP ->
                new Reply.Help(line.objects("commands").stream()
                        .map(row -> new Reply.HelpRow(row.string("verb"), row.string("syntax"), row.string("help")))
                        .toList());
            case STATS ->
                new Reply.Stats(
                        Duration.ofSeconds(line.number("uptime")),
                        line.integer("connections"),
                        line.integer("rooms"),
                        line.number("messages"),
                        line.number("bytes"));
        };
    }

    private static Departure departure(JsonObject line) {
        String by = line.stringOrNull("by");
        return new Departure(
                Departure.Cause.of(line.string("cause")), by == null ? null : Nick.of(by), line.stringOrNull("reason"));
    }

    private static Reply.RoomCount roomCount(JsonObject line) {
        return new Reply.RoomCount(room(line), line.integer("online"));
    }

    private static Instant time(JsonObject line) {
        return Instant.parse(line.string("time"));
    }

    private static Nick nick(JsonObject line, String field) {
        return Nick.of(line.string(field));
    }

    private static RoomName room(JsonObject line) {
        return RoomName.of(line.string("room"));
    }
}
