package dev.natter.client.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A command that this program carries out itself: one row each, as {@link dev.natter.protocol.command.Verb} has them. */
enum LocalCommand {
    CONNECT("[host[:port]]", "go to a server or a favourite, or back to this one"),
    IGNORE("[nick]", "hear someone no longer, or again; who is not heard"),
    BELL("when", "when to ring the bell: off, private, mention or all"),
    TIMESTAMPS("on|off", "the time in front of each line"),
    CLEAR("", "clear the screen");

    private final String arguments;
    private final String help;

    LocalCommand(String arguments, String help) {
        this.arguments = arguments;
        this.help = help;
    }

    static Optional<LocalCommand> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** How it is typed, such as {@code timestamps on|off}. */
    String syntax() {
        String word = name().toLowerCase(Locale.ROOT);
        return arguments.isEmpty() ? word : word + " " + arguments;
    }

    String help() {
        return help;
    }
}
