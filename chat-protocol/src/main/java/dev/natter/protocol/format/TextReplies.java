package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ReplyVisitor;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How each reply reads to a person. */
final class TextReplies implements ReplyVisitor<List<String>> {

    static final TextReplies INSTANCE = new TextReplies();

    /** A line stays under 8192 bytes, so that whoever reads lines can do with a buffer of that size. */
    private static final int MAX_LINE = 8191;

    private TextReplies() {}

    @Override
    public List<String> visit(Reply.Refused refused) {
        return line("error: " + refused.message());
    }

    @Override
    public List<String> visit(Reply.Done done) {
        return done.verb() == Verb.OPER ? line("you are an operator") : List.of();
    }

    @Override
    public List<String> visit(Reply.Named named) {
        return line("you are now " + named.nick());
    }

    @Override
    public List<String> visit(Reply.Entered entered) {
        return youAreIn(entered.room());
    }

    @Override
    public List<String> visit(Reply.Back back) {
        return youAreIn(back.room());
    }

    @Override
    public List<String> visit(Reply.Members members) {
        int online = members.nicks().size();
        return list(TextEvents.count(members.room(), online) + ":", members.nicks());
    }

    @Override
    public List<String> visit(Reply.Person person) {
        StringBuilder about = new StringBuilder(TextEvents.SERVER)
                .append(person.nick())
                .append(": connected since ")
                .append(person.connected().truncatedTo(ChronoUnit.SECONDS))
                .append(", idle ")
                .append(person.idle().toSeconds())
                .append(" s");
        if (person.operator()) {
            about.append(", operator");
        }
        if (person.address() != null) {
            about.append(", address ").append(person.address());
        }
        List<String> lines = new ArrayList<>(List.of(about.toString()));
        lines.addAll(list(person.nick() + " is in:", person.rooms()));
        return lines;
    }

    @Override
    public List<String> visit(Reply.Rooms rooms) {
        return rooms.rooms().stream()
                .map(room -> TextEvents.SERVER + TextEvents.count(room.room(), room.online()))
                .toList();
    }

    @Override
    public List<String> visit(Reply.Removed removed) {
        return line(removed.nick() + " was killed");
    }

    @Override
    public List<String> visit(Reply.Speaking speaking) {
        return line("format is " + speaking.format());
    }

    @Override
    public List<String> visit(Reply.Echoing echoing) {
        return line("echo is " + (echoing.echo() ? "on" : "off"));
    }

    @Override
    public List<String> visit(Reply.Pong pong) {
        return line(pong.token().isEmpty() ? "pong" : "pong " + pong.token());
    }

    @Override
    public List<String> visit(Reply.Help help) {
        List<String> lines = new ArrayList<>();
        help.commands().forEach(row -> lines.add(TextEvents.SERVER + row.syntax() + " - " + row.help()));
        if (help.commands().size() > 1) {
            lines.addAll(
                    line("Lines sent faster than the server allows are read more slowly; nothing of them is lost."));
        }
        return lines;
    }

    @Override
    public List<String> visit(Reply.Stats stats) {
        return line("up " + stats.uptime().toSeconds() + " s, " + stats.connections() + " connections, " + stats.rooms()
                + " rooms, " + stats.messages() + " messages, " + stats.bytes() + " bytes");
    }

    private static List<String> youAreIn(Reply.RoomCount room) {
        return line("you are in " + TextEvents.count(room.room(), room.online()));
    }

    private static List<String> line(String text) {
        return List.of(TextEvents.SERVER + text);
    }

    /** The names behind {@code start}, on as many lines of that start as it takes. */
    private static List<String> list(String start, List<?> names) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(TextEvents.SERVER).append(start);
        int startBytes = line.toString().getBytes(UTF_8).length;
        int startLength = line.length();
        int bytes = startBytes;
        for (Object each : names) {
            String name = " " + each;
            int nameBytes = name.getBytes(UTF_8).length;
            if (bytes + nameBytes > MAX_LINE) {
                lines.add(line.toString());
                line.setLength(startLength);
                bytes = startBytes;
            }
            line.append(name);
            bytes += nameBytes;
        }
        lines.add(line.toString());
        return lines;
    }
}
