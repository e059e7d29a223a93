package dev.natter.client.chat;

import dev.natter.client.view.Item;
import dev.natter.protocol.message.Event;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When the terminal's bell is rung: each rings for what the ones before it ring for, too. */
public enum Bell {
    OFF,
    /** For what only this person hears. */
    PRIVATE,
    /** Where somebody names this person, too. */
    MENTION,
    /** For whatever another says. */
    ALL;

    static Optional<Bell> of(String word) {
        return Arrays.stream(values())
                .filter(bell -> bell.name().equalsIgnoreCase(word))
                .findFirst();
    }

    boolean ringsFor(Item item) {
        if (!(item instanceof Item.Heard heard) || heard.isMine()) {
            return false;
        }
        return switch (this) {
            case OFF -> false;
            case PRIVATE -> heard.isPrivate();
            case MENTION -> heard.isPrivate() || heard.isMention();
            case ALL -> heard.isPrivate() || heard.event() instanceof Event.Message;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
