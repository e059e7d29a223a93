package dev.natter.protocol.command;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first word of a line: one row per command. The parser, HELP, the permission guard, completion and the test of
 * {@code docs/protocol.md} all read it, so that they cannot disagree.
 */
public enum Verb {
    NICK("name", "take a nickname"),
    MSG("text", "say it to the current room"),
    TELL("target text", "say it to a nick, or to a #room that you are in"),
    WHO("[#room]", "who is in the current room, or in another"),
    WHOIS("nick", "rooms, connected since, idle"),
    JOIN("#room", "enter a room, creating it if need be"),
    LEAVE("[#room]", "leave the current room, or another"),
    ROOMS("", "the rooms and how many are in each"),
    OPER("password", "become an operator"),
    KILL("nick [text]", "disconnect someone, saying why (operators)", Permission.OPERATORS),
    FORMAT("TEXT|JSON", "how the server speaks to you"),
    ECHO("ON|OFF", "get your own messages too"),
    PING("[token]", "answers with the token"),
    HELP("[command]", "the commands, or one of them"),
    QUIT("[text]", "say goodbye and disconnect"),
    STATS("", "uptime, connections, rooms, messages, bytes (operators)", Permission.OPERATORS),
    SHUTDOWN("[text]", "stop the server (operators)", Permission.OPERATORS);

    /** Who may use a command. */
    public enum Permission {
        EVERYONE,
        OPERATORS
    }

    private static final Map<String, Verb> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Verb::name, verb -> verb));

    private final String syntax;
    private final String help;
    private final Permission permission;

    Verb(String arguments, String help) {
        this(arguments, help, Permission.EVERYONE);
    }

    Verb(String arguments, String help, Permission permission) {
        this.syntax = arguments.isEmpty() ? name() : name() + " " + arguments;
        this.help = help;
        this.permission = permission;
    }

    /** The verb that a word means, in capitals or not. */
    public static Optional<Verb> of(String word) {
        return Optional.ofNullable(BY_WORD.get(Ascii.upperCase(word)));
    }

    /** How the command is written, optional arguments in brackets, such as {@code KILL nick [text]}. */
    public String syntax() {
        return syntax;
    }

    /** What the command does, in one line. */
    public String help() {
        return help;
    }

    public Permission permission() {
        return permission;
    }
}
