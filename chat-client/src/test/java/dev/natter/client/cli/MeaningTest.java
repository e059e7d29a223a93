package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.name.Nick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

    @Test
    void aLineIsSaidAsItIs() {
        assertThat(Meaning.saying().of("/who ")).isEqualTo(new Command.Say("/who "));
        assertThat(Meaning.telling(Nick.of("bob")).of("hi there"))
                .isEqualTo(new Command.Tell(new Command.Target.Person(Nick.of("bob")), "hi there"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t "})
    void blankLinesAskForNothing(String line) {
        assertThat(Meaning.saying().of(line)).isEqualTo(new Request.Blank());
        assertThat(Meaning.telling(Nick.of("bob")).of(line)).isEqualTo(new Request.Blank());
    }

    @Test
    void whatDoesNotFitOnALineIsRefused() {
        assertRefused(Meaning.saying().of("x".repeat(2001)), ErrorCode.TEXT_TOO_LONG);
        assertRefused(Meaning.saying().of("carriage return\r"), ErrorCode.BAD_ARGUMENT);
        assertRefused(Meaning.saying().of("carriage return\r\0and more"), ErrorCode.BAD_ARGUMENT);
        assertThat(Meaning.saying().of("\uD83D\uDE00".repeat(2000))).isInstanceOf(Command.Say.class);
        assertThat(Meaning.saying().of("a\rb\0c")).isEqualTo(new Command.Say("a\rb\0c"));
    }

    private static void assertRefused(Request request, ErrorCode code) {
        assertThat(request)
                .isInstanceOfSatisfying(
                        Request.Malformed.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
