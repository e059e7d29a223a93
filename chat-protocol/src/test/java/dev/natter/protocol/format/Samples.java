package dev.natter.protocol.format;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One of everything that the server can say, hostile ones too, each under its name in the golden files. */
final class Samples {

    private static final Instant TIME = Instant.parse("2026-11-20T09:30:00.123Z");
    private static final Instant ON_THE_SECOND = Instant.parse("2026-11-20T09:30:00Z");
    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final RoomName DEV = RoomName.of("#dev");
    private static final Nick ALICE = Nick.of("alice");
    private static final Nick BOB = Nick.of("bob");

    private static final String COLOURS_AND_TITLE = "\u001B[31mred\u001B]0;title\u0007\u009B2J\b\r";
    private static final String FORGED_LINE = "hi\n[server] alice left #lobby (1 online)\r\n{\"type\":\"closing\"}";
    private static final String SMILEY = "\uD83D\uDE00";

    private Samples() {}

    static Map<String, Event> events() {
        Map<String, Event> all = new LinkedHashMap<>();
        all.put("a welcome", new Event.Welcome(TIME, Nick.guest(1), LOBBY, 3, List.of()));
        all.put(
                "a welcome with a message of the day",
                new Event.Welcome(ON_THE_SECOND, ALICE, DEV, 1, List.of("Be kind.", "", "Backup\tat nine \u001B[5m")));
        all.put("a message", new Event.Message(TIME, LOBBY, ALICE, "hello"));
        all.put("a message with blanks", new Event.Message(TIME, DEV, ALICE, "  a\tb  "));
        all.put("a message of C0 and DEL", new Event.Message(TIME, LOBBY, ALICE, characters(0, 0x1F) + "\u007F"));
        all.put("a message of C1", new Event.Message(TIME, LOBBY, ALICE, characters(0x80, 0x9F)));
        all.put(
                "a message of separators and directions",
                new Event.Message(TIME, LOBBY, ALICE, characters(0x2027, 0x202F) + characters(0x2065, 0x206A)));
        all.put("a message that moves the cursor", new Event.Message(TIME, LOBBY, ALICE, COLOURS_AND_TITLE));
        all.put("a message that forges lines", new Event.Message(TIME, LOBBY, ALICE, FORGED_LINE));
        all.put(
                "a message that needs quoting",
                new Event.Message(TIME, LOBBY, ALICE, "\"\\/</script>&\u00E9\u20AC" + SMILEY + "\uFFFD\uFEFF\uFFFF"));
        all.put(
                "a message between names of other scripts",
                new Event.Message(TIME, RoomName.of("#\u65E5\u672C\u8A9E"), Nick.of("\u0436\u0443\u043A"), "\u05E9"));
        all.put("a message that pretends to be private", new Event.Message(TIME, LOBBY, BOB, "[alice to you] hi"));
        all.put(
                "a message between names of every punctuation",
                new Event.Message(TIME, RoomName.of("#_-.|^{}~`"), Nick.of("_-.|^{}~`"), "{}"));
        all.put("a private message", new Event.PrivateMessage(TIME, ALICE, BOB, "hello"));
        all.put("a private message of the server's", new Event.PrivateMessage(TIME, Nick.SERVER, BOB, "hello"));
        all.put("a hostile private message", new Event.PrivateMessage(TIME, ALICE, BOB, FORGED_LINE + "\u202E"));
        all.put("somebody joined", new Event.Joined(TIME, LOBBY, ALICE, 3));
        all.put("somebody left for no reason", new Event.Left(TIME, LOBBY, ALICE, 2, Departure.LEFT));
        all.put("somebody quit", new Event.Left(TIME, LOBBY, ALICE, 2, Departure.quit(null)));
        all.put("somebody quit with a word", new Event.Left(TIME, LOBBY, ALICE, 2, Departure.quit("bye")));
        all.put(
                "somebody quit and pretends that it was a kill",
                new Event.Left(TIME, LOBBY, ALICE, 2, Departure.quit("(2 online, killed by bob)\n\u2066")));
        all.put("somebody was killed", new Event.Left(TIME, LOBBY, ALICE, 2, Departure.killed(BOB, "spam")));
        all.put("somebody was killed in silence", new Event.Left(TIME, LOBBY, ALICE, 2, Departure.killed(BOB, null)));
        all.put("somebody was too slow", new Event.Left(TIME, LOBBY, ALICE, 2, Departure.SLOW));
        all.put("somebody was lost", new Event.Left(TIME, LOBBY, ALICE, 0, Departure.LOST));
        all.put("a new name", new Event.Renamed(TIME, Nick.guest(1), ALICE));
        all.put("a new spelling", new Event.Renamed(TIME, ALICE, Nick.of("Alice")));
        all.put("a kill", new Event.Killed(TIME, BOB, ALICE, "spamming"));
        all.put("a kill in silence", new Event.Killed(TIME, BOB, ALICE, null));
        all.put("a hostile kill", new Event.Killed(TIME, BOB, ALICE, FORGED_LINE));
        all.put("the end", new Event.Closing(TIME, "maintenance"));
        all.put("a hostile end", new Event.Closing(TIME, COLOURS_AND_TITLE + FORGED_LINE));
        return all;
    }

    static Map<String, Reply> replies() {
        Map<String, Reply> all = new LinkedHashMap<>();
        all.put("refused", new Reply.Refused("NICK", ErrorCode.NICK_IN_USE, "the nickname \"alice\" is in use"));
        all.put(
                "refused before a verb could be read",
                new Reply.Refused(null, ErrorCode.LINE_TOO_LONG, "a line has at most 8192 bytes"));
        all.put(
                "refused in the words of an attacker",
                new Reply.Refused(null, ErrorCode.UNKNOWN_COMMAND, "unknown command \"" + COLOURS_AND_TITLE + "\""));
        for (Verb verb : List.of(Verb.MSG, Verb.TELL, Verb.OPER, Verb.QUIT, Verb.SHUTDOWN)) {
            all.put(verb + " done", new Reply.Done(verb));
        }
        all.put("NICK", new Reply.Named(Nick.of("Stra\u00DFe")));
        all.put("JOIN", new Reply.Entered(new Reply.RoomCount(DEV, 2)));
        all.put("LEAVE", new Reply.Back(new Reply.RoomCount(LOBBY, 3)));
        all.put("WHO", new Reply.Members(LOBBY, List.of(ALICE, BOB, Nick.guest(3))));
        all.put("WHO of one", new Reply.Members(RoomName.of("#\u65E5"), List.of(Nick.of("\u672C"))));
        all.put("WHOIS", person(List.of(LOBBY, DEV), false, null));
        all.put("WHOIS of an operator", person(List.of(LOBBY), true, null));
        all.put("WHOIS to an operator", person(List.of(LOBBY), false, "127.0.0.1:40112"));
        all.put("WHOIS of an operator to an operator", person(List.of(LOBBY), true, "admin-socket"));
        all.put("ROOMS", new Reply.Rooms(List.of(new Reply.RoomCount(LOBBY, 3), new Reply.RoomCount(DEV, 0))));
        all.put("KILL", new Reply.Removed(BOB));
        all.put("FORMAT TEXT", new Reply.Speaking(WireFormat.TEXT));
        all.put("FORMAT JSON", new Reply.Speaking(WireFormat.JSON));
        all.put("ECHO ON", new Reply.Echoing(true));
        all.put("ECHO OFF", new Reply.Echoing(false));
        all.put("PING", new Reply.Pong(""));
        all.put("PING with a token", new Reply.Pong(" 4 2 "));
        all.put("PING with a hostile token", new Reply.Pong(COLOURS_AND_TITLE + FORGED_LINE));
        all.put(
                "HELP",
                new Reply.Help(
                        Arrays.stream(Verb.values()).map(Reply.HelpRow::of).toList()));
        all.put("HELP of one command", new Reply.Help(List.of(Reply.HelpRow.of(Verb.MSG))));
        all.put("STATS", new Reply.Stats(Duration.ofMillis(12_999), 3, 2, 10, 1234));
        all.put(
                "STATS after a very long time",
                new Reply.Stats(Duration.ofDays(36_500), Integer.MAX_VALUE, 1, Long.MAX_VALUE, Long.MAX_VALUE));
        return all;
    }

    private static Reply person(List<RoomName> rooms, boolean operator, @Nullable String address) {
        return new Reply.Person(ALICE, rooms, TIME, Duration.ofMillis(12_999), operator, address);
    }

    private static String characters(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
