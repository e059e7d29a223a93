package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TextFormatTest {

    @ParameterizedTest
    @EnumSource
    void eventsReadAsTheGoldenFileOfTheirPerspectiveSays(Perspective perspective) {
        StringBuilder actual = new StringBuilder();
        TextFormat format = new TextFormat(perspective);
        Samples.events()
                .forEach((name, event) -> actual.append("# " + name + "\n").append(text(format.encode(event))));
        new Golden("events-" + perspective.name().toLowerCase(Locale.ROOT) + ".txt").isExactly(actual.toString());
    }

    @ParameterizedTest
    @EnumSource
    void repliesReadAsTheGoldenFileSaysInEveryPerspective(Perspective perspective) {
        StringBuilder actual = new StringBuilder();
        TextFormat format = new TextFormat(perspective);
        Samples.replies()
                .forEach((name, reply) -> actual.append("# " + name + "\n").append(text(format.encode(reply))));
        new Golden("replies.txt").isExactly(actual.toString());
    }

    @Test
    void thereIsASampleOfEveryEventAndReply() {
        assertThat(Samples.events().values())
                .extracting(Object::getClass)
                .contains(Event.class.getPermittedSubclasses());
        assertThat(Samples.replies().values())
                .extracting(Object::getClass)
                .contains(Reply.class.getPermittedSubclasses());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
