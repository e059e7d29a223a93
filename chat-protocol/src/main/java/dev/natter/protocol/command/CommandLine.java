package dev.natter.protocol.command;

import org.jspecify.annotations.Nullable;

/** The line that makes a server do a command: what {@link CommandParser} reads, this writes. */
public final class CommandLine {

    private CommandLine() {}

    /**
     * Writes a command without a line end. Blanks at the front of a text are lost: on a line they separate.
     *
     * @throws IllegalArgumentException if a text in it holds what would end the line (see {@link #fitsOnALine})
     */
    public static String of(Command command) {
        String line = join(command.verb().name(), arguments(command));
        if (!fitsOnALine(line)) {
            throw new IllegalArgumentException("this text of " + command.verb() + " does not fit on a line");
        }
        return line;
    }

    /** Whether a text arrives as it is: no LF, no CR NUL, and no CR at its end, for these end a line. */
    public static boolean fitsOnALine(String text) {
        return text.indexOf('\n') < 0 && !text.contains("\r\0") && !text.endsWith("\r");
    }

    private static String arguments(Command command) {
        return switch (command.verb()) {
            case NICK -> ((Command.TakeNick) command).nick().toString();
            case MSG -> ((Command.Say) command).text();
            case TELL -> ((Command.Tell) command).target() + " " + ((Command.Tell) command).text();
            case WHO -> orEmpty(((Command.Who) command).room());
            case WHOIS -> ((Command.Whois) command).nick().toString();
            case JOIN -> ((Command.Join) command).room().toString();
            case LEAVE -> orEmpty(((Command.Leave) command).room());
            case ROOMS, STATS -> "";
            case OPER -> ((Command.BecomeOperator) command).password();
            case KILL -> join(((Command.Kill) command).nick().toString(), orEmpty(((Command.Kill) command).reason()));
            case FORMAT -> ((Command.ChooseFormat) command).format().name();
            case ECHO -> ((Command.Echo) command).on() ? "ON" : "OFF";
            case PING -> ((Command.Ping) command).token();
            case HELP -> orEmpty(((Command.Help) command).about());
            case QUIT -> orEmpty(((Command.Quit) command).reason());
            case SHUTDOWN -> orEmpty(((Command.Shutdown) command).reason());
        };
    }

    private static String join(String first, String rest) {
        return rest.isEmpty() ? first : first + " " + rest;
    }

    private static String orEmpty(@Nullable Object argument) {
        return argument == null ? "" : argument.toString();
    }
}
