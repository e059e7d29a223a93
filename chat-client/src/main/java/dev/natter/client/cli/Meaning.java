package dev.natter.client.cli;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.CommandLine;
import dev.natter.protocol.command.CommandParser;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.name.Nick;

/** What a line of input asks the server for. */
@FunctionalInterface
interface Meaning {

    Request of(String line);

    /** Something said to the current room. */
    static Meaning saying() {
        return line -> text("MSG ", line);
    }

    /** Something said to one person. */
    static Meaning telling(Nick nick) {
        return line -> text("TELL " + nick + " ", line);
    }

    /** What a person types: a command behind a slash; all else is said, and behind two slashes what begins with one. */
    static Meaning typed() {
        Meaning saying = saying();
        return line -> {
            if (!line.startsWith("/")) {
                return isVerb(line, Verb.OPER) ? unsaidPassword() : saying.of(line);
            }
            String behind = line.substring(1);
            return behind.startsWith("/") ? saying.of(behind) : command(behind);
        };
    }

    private static Request text(String command, String text) {
        if (text.chars().allMatch(c -> c == ' ' || c == '\t')) {
            return new Request.Blank();
        }
        return wholeLine(command + text);
    }

    private static Request command(String line) {
        Request request = wholeLine(line);
        if (request instanceof Command.ChooseFormat) {
            return new Request.Malformed(
                    "FORMAT", ErrorCode.BAD_ARGUMENT, "the format is for this client to choose, which needs JSON");
        }
        boolean unknown = request instanceof Request.Blank
                || (request instanceof Request.Malformed malformed && malformed.code() == ErrorCode.UNKNOWN_COMMAND);
        if (!unknown) {
            return request;
        }
        String name = isVerb(line, Verb.HELP) ? words(line)[1] : "/" + words(line)[0];
        return new Request.Malformed(
                null, ErrorCode.UNKNOWN_COMMAND, "there is no command " + name + "; /help lists the commands");
    }

    /** Typed as on a raw connection, where the server alone would see it. */
    private static Request unsaidPassword() {
        return new Request.Malformed(
                Verb.OPER.name(),
                ErrorCode.UNKNOWN_COMMAND,
                "everybody would hear this: a command begins with a slash, as in /oper; to say it, put /msg before it");
    }

    private static boolean isVerb(String line, Verb verb) {
        return Verb.of(words(line)[0]).filter(verb::equals).isPresent();
    }

    /** As the parser sees them: no other blanks than these separate. */
    private static String[] words(String line) {
        return line.replaceFirst("^[ \\t]+", "").split("[ \\t]+", -1);
    }

    private static Request wholeLine(String line) {
        return CommandLine.fitsOnALine(line)
                ? CommandParser.parse(line)
                : new Request.Malformed(
                        null, ErrorCode.BAD_ARGUMENT, "a CR at the end of a text, or one before a NUL, ends its line");
    }
}
