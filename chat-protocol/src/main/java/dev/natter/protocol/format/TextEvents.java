package dev.natter.protocol.format;

import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.EventVisitor;
import dev.natter.protocol.name.RoomName;
import java.util.List;
import java.util.stream.Stream;

/** How each event reads to a person. */
record TextEvents(Perspective perspective) implements EventVisitor<List<String>> {

    /** What begins every line of the server's; no nick can be spelled so. */
    static final String SERVER = "[server] ";

    @Override
    public List<String> visit(Event.Welcome welcome) {
        String greeting = SERVER + "Welcome to natter. You are " + welcome.nick() + " in "
                + count(welcome.room(), welcome.online()) + ". HELP lists the commands.";
        return Stream.concat(Stream.of(greeting), welcome.motd().stream().map(SERVER::concat))
                .toList();
    }

    @Override
    public List<String> visit(Event.Message message) {
        String where = perspective == Perspective.ELSEWHERE ? " in " + message.room() : "";
        return List.of("[" + message.from() + where + "] " + message.text());
    }

    @Override
    public List<String> visit(Event.PrivateMessage message) {
        boolean toAnother = perspective == Perspective.SENDER && !message.to().equals(message.from());
        String who = toAnother ? "you to " + message.to() : message.from() + " to you";
        return List.of("[" + who + "] " + message.text());
    }

    @Override
    public List<String> visit(Event.Joined joined) {
        return List.of(SERVER + joined.nick() + " joined " + count(joined.room(), joined.online()));
    }

    @Override
    public List<String> visit(Event.Left left) {
        Departure departure = left.departure();
        // The server's own reasons stand inside the parentheses, where no text of a person's can get.
        String cause = switch (departure.cause()) {
            case QUIT, LEFT -> "";
            case KILLED -> ", killed by " + departure.by();
            case SLOW -> ", too slow";
            case LOST -> ", connection lost";
        };
        String said = departure.reason() == null ? "" : ": " + departure.reason();
        return List.of(
                SERVER + left.nick() + " left " + left.room() + " (" + left.online() + " online" + cause + ")" + said);
    }

    @Override
    public List<String> visit(Event.Renamed renamed) {
        return List.of(SERVER + renamed.was() + " is now " + renamed.nick());
    }

    @Override
    public List<String> visit(Event.Killed killed) {
        String said = killed.reason() == null ? "" : ": " + killed.reason();
        return List.of(SERVER + "you were killed by " + killed.by() + said);
    }

    @Override
    public List<String> visit(Event.Closing closing) {
        return List.of(SERVER + "closing: " + closing.reason());
    }

    static String count(RoomName room, int online) {
        return room + " (" + online + " online)";
    }
}
