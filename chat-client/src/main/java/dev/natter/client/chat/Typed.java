package dev.natter.client.chat;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.CommandParser;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.format.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person meant by what they typed, or pasted. */
public sealed interface Typed {

    /** Blanks only. */
    record Nothing() implements Typed {}

    /** For the server: one command, or as many as lines were pasted. */
    record Commands(List<Command> commands) implements Typed {
        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /** For this program. */
    record Local(LocalCommand command, String argument) implements Typed {}

    /** All commands, or one of them. */
    record Help(CommandTable.@Nullable Row about) implements Typed {}

    /** Nothing that could be done. */
    record Wrong(String why) implements Typed {}

    /** A password in one of the lines, with a slash before OPER or without, as somebody may type it who knows raw connections. */
    Pattern PASSWORD = Pattern.compile("(?im)^([ \\t]*/?[ \\t]*oper[ \\t]+)(.+)$");

    /** What takes a room and nothing else. */
    Set<String> ROOM_COMMANDS = Set.of("join", "leave", "who");

    Wrong PASSWORD_IN_PASTE =
            new Wrong("everybody would hear a password that is in one of these lines; nothing was sent");

    Wrong ONE_LINE = new Wrong("only /msg and /tell take several lines; nothing was sent");

    /**
     * Reads it. Behind a slash stands a command; all else is said to the current room, and behind two slashes what begins
     * with one. Of several lines each is said as it is, or told to whom the first one is told.
     */
    static Typed of(String input) {
        List<String> lines = input.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return new Nothing();
        }
        if (lines.size() > 1) {
            return isSecret(input) ? PASSWORD_IN_PASTE : several(lines);
        }
        // A blank before the slash is a slip, and what stands behind it may be a password.
        String line = lines.get(0).stripLeading();
        return line.startsWith("/") && !line.startsWith("//") ? command(line.substring(1)) : said(line);
    }

    private static Typed said(String line) {
        if (word(line).equalsIgnoreCase(Verb.OPER.name())) {
            return new Wrong(
                    "everybody would hear this: a command begins with a slash, as in /oper; to say it, put /msg"
                            + " before it");
        }
        return request("MSG " + (line.startsWith("//") ? line.substring(1) : line));
    }

    private static Typed several(List<String> lines) {
        String first = lines.get(0);
        Optional<CommandTable.Row> row =
                first.startsWith("/") ? CommandTable.find(word(first.substring(1))) : Optional.empty();
        if (row.isEmpty()) {
            return several("MSG ", lines);
        }
        Typed start = command(first.substring(1));
        if (!(start instanceof Commands commands)) {
            return start instanceof Wrong ? start : ONE_LINE;
        }
        Command command = commands.commands().get(0);
        List<String> others = lines.subList(1, lines.size());
        if (command instanceof Command.Say say) {
            return several("MSG ", concat(say.text(), others));
        }
        return command instanceof Command.Tell tell
                ? several("TELL " + tell.target() + " ", concat(tell.text(), others))
                : ONE_LINE;
    }

    private static List<String> concat(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static Typed several(String before, List<String> lines) {
        List<Command> commands = new ArrayList<>();
        for (String line : lines) {
            Typed typed = request(before + line);
            if (!(typed instanceof Commands one)) {
                return new Wrong("line " + (commands.size() + 1) + " of what was pasted: "
                        + (typed instanceof Wrong wrong ? wrong.why() : "it is blank") + "; nothing was sent");
            }
            commands.addAll(one.commands());
        }
        return new Commands(commands);
    }

    private static Typed command(String line) {
        String word = word(line);
        String argument = line.substring(line.indexOf(word) + word.length()).strip();
        Optional<LocalCommand> local = LocalCommand.of(word);
        if (local.isPresent()) {
            return new Local(local.get(), argument);
        }
        if (word.equalsIgnoreCase(Verb.HELP.name())) {
            return help(argument.startsWith("/") ? argument.substring(1) : argument);
        }
        if (ROOM_COMMANDS.contains(word.toLowerCase(Locale.ROOT)) && argument.matches("[^#\\s]+")) {
            return new Wrong("a room begins with #; did you mean /" + word + " #" + SafeText.of(argument) + "?");
        }
        return CommandTable.find(word).isPresent() ? request(line) : unknown(word);
    }

    private static Typed help(String argument) {
        return argument.isEmpty()
                ? new Help(null)
                : CommandTable.find(argument).<Typed>map(Help::new).orElseGet(() -> unknown(argument));
    }

    private static Typed unknown(String word) {
        String meant = CommandTable.nearest(word)
                .map(row -> "; did you mean /" + row.word() + "?")
                .orElse("; /help lists the commands");
        return new Wrong("there is no command /" + SafeText.of(word) + meant);
    }

    private static Typed request(String line) {
        Request request = CommandParser.parseToSend(line);
        if (request instanceof Command command) {
            return new Commands(List.of(command));
        }
        return request instanceof Request.Malformed malformed ? new Wrong(behindSlash(malformed)) : new Nothing();
    }

    /** The parser's sentences are for a raw connection. */
    private static String behindSlash(Request.Malformed malformed) {
        return Verb.of(String.valueOf(malformed.command()))
                .flatMap(verb -> CommandTable.find(verb.name())
                        .map(row -> malformed.message().replace(verb.syntax(), row.syntax())))
                .orElse(malformed.message());
    }

    private static String word(String line) {
        String trimmed = line.stripLeading();
        int end = 0;
        while (end < trimmed.length() && !Character.isWhitespace(trimmed.charAt(end))) {
            end++;
        }
        return trimmed.substring(0, end);
    }

    /** What is being typed, with stars for a password. */
    static String masked(String input) {
        return PASSWORD.matcher(input)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "*".repeat(found.group(2).length())));
    }

    /** Whether somebody who reads it later could learn a password from it: also where OPER was mistyped. */
    static boolean isSecret(String input) {
        return input.lines().anyMatch(Typed::hasPassword);
    }

    private static boolean hasPassword(String line) {
        String word = word(line);
        return PASSWORD.matcher(line).find()
                || (word.startsWith("/")
                        && CommandTable.find(word.substring(1)).isEmpty()
                        && CommandTable.nearest(word.substring(1))
                                .filter(row -> row.word().equalsIgnoreCase(Verb.OPER.name()))
                                .isPresent());
    }
}
