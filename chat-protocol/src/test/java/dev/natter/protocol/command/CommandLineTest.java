package dev.natter.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.protocol.name.Nick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

    @ParameterizedTest
    @EnumSource
    void isReadBackAsTheCommandThatItWasMadeFrom(Verb verb) {
        RandomCommands random = new RandomCommands(5);
        for (int i = 0; i < 2_000; i++) {
            Command command = random.next(verb);
            String line = CommandLine.of(command);
            Request read = CommandParser.parse(line);
            assertThat(read).isEqualTo(command);
            // Names are equal in any spelling, lines are not.
            assertThat(CommandLine.of((Command) read)).isEqualTo(line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "a\nb", "a\n", "\r", "a\r", "a\r\n", "a\r\0", "a\r\0b", "\r\0"})
    void refusesATextThatWouldEndTheLine(String text) {
        assertThat(CommandLine.fitsOnALine(text)).isFalse();
        assertThatThrownBy(() -> CommandLine.of(new Command.Say("x" + text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this text of MSG does not fit on a line");
        assertThatThrownBy(() -> CommandLine.of(new Command.Kill(Nick.of("bob"), "x" + text)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\rb", "a\0", "\0\r\r\t", "\u2028", "\u0085", "a\u000B"})
    void takesWhatEndsALineOnlyElsewhere(String text) {
        assertThat(CommandLine.fitsOnALine(text)).isTrue();
        assertThat(CommandLine.of(new Command.Say("x" + text))).isEqualTo("MSG x" + text);
    }

    @Test
    void aRefusedPasswordIsNotRepeated() {
        assertThatThrownBy(() -> CommandLine.of(new Command.BecomeOperator("hunter2\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aPasswordIsOnTheLineButNotInItsToString() {
        Command command = new Command.BecomeOperator("hunter2");
        assertThat(CommandLine.of(command)).isEqualTo("OPER hunter2");
        assertThat(command.toString()).doesNotContain("hunter2");
    }
}
