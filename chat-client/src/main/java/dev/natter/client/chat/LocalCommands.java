package dev.natter.client.chat;

import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import java.util.List;

/** Carries out what this program does itself. Typing thread only. */
final class LocalCommands {

    private final Chat chat;
    private final Screen screen;
    private final Notices notices;
    private final Ignored ignored;
    private final Destinations destinations;

    LocalCommands(Chat chat, Screen screen, Notices notices, Ignored ignored, Destinations destinations) {
        this.chat = chat;
        this.screen = screen;
        this.notices = notices;
        this.ignored = ignored;
        this.destinations = destinations;
    }

    void carryOut(LocalCommand command, String argument) {
        switch (command) {
            case CONNECT -> connect(argument);
            case IGNORE -> ignore(argument);
            case BELL -> bell(argument);
            case TIMESTAMPS -> timestamps(argument);
            case CLEAR -> screen.clear();
        }
    }

    private void connect(String argument) {
        if (argument.isEmpty()) {
            chat.comeBack();
            return;
        }
        try {
            chat.goTo(chat.asWhoeverOneIs(destinations.find(argument)));
        } catch (IllegalArgumentException e) {
            notices.complain(String.valueOf(e.getMessage()));
        }
    }

    private void ignore(String argument) {
        if (argument.isEmpty()) {
            List<String> all = ignored.all().stream().map(Nick::toString).toList();
            notices.remark("you ignore " + (all.isEmpty() ? "nobody" : String.join(", ", all)));
            return;
        }
        try {
            Nick nick = Nick.of(argument);
            notices.remark(
                    ignored.toggle(nick)
                            ? "you hear nothing from " + nick + " any more; /ignore " + nick + " changes that"
                            : "you hear " + nick + " again");
        } catch (BadNameException e) {
            notices.complain(String.valueOf(e.getMessage()));
        }
    }

    private void bell(String argument) {
        if (argument.isEmpty()) {
            notices.remark("the bell is " + notices.bell());
            return;
        }
        Bell.of(argument)
                .ifPresentOrElse(
                        wanted -> {
                            notices.bell(wanted);
                            notices.remark("the bell is " + wanted);
                        },
                        () -> notices.complain("/bell takes off, private, mention or all, not \"" + argument + "\""));
    }

    private void timestamps(String argument) {
        boolean on = argument.equalsIgnoreCase("on");
        if (!on && !argument.equalsIgnoreCase("off")) {
            notices.complain("/timestamps takes on or off" + (argument.isEmpty() ? "" : ", not \"" + argument + "\""));
            return;
        }
        screen.timestamps(on);
        notices.remark("timestamps are " + (on ? "on" : "off"));
    }
}
