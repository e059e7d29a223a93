package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.name.Nick;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
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
        assertThat(Meaning.typed().of(line)).isEqualTo(new Request.Blank());
    }

    @Test
    void whatDoesNotFitOnALineIsRefused() {
        assertRefused(Meaning.saying().of("x".repeat(2001)), ErrorCode.TEXT_TOO_LONG);
        assertRefused(Meaning.saying().of("carriage return\r"), ErrorCode.BAD_ARGUMENT);
        assertRefused(Meaning.saying().of("carriage return\r\0and more"), ErrorCode.BAD_ARGUMENT);
        assertThat(Meaning.saying().of("\uD83D\uDE00".repeat(2000))).isInstanceOf(Command.Say.class);
        assertThat(Meaning.saying().of("a\rb\0c")).isEqualTo(new Command.Say("a\rb\0c"));
    }

    @Test
    void whatIsTypedIsSaidOrACommand() {
        assertThat(Meaning.typed().of("hello")).isEqualTo(new Command.Say("hello"));
        assertThat(Meaning.typed().of("/nick alice")).isEqualTo(new Command.TakeNick(Nick.of("alice")));
        assertThat(Meaning.typed().of("/WHO")).isEqualTo(new Command.Who(null));
        assertThat(Meaning.typed().of("//who is there?")).isEqualTo(new Command.Say("/who is there?"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FORMAT")
    void everyVerbIsACommand(Verb verb) {
        Request request = Meaning.typed().of("/" + verb.name().toLowerCase(Locale.ROOT));
        boolean known = request instanceof Command
                || (request instanceof Request.Malformed malformed && malformed.code() == ErrorCode.MISSING_ARGUMENT);
        assertThat(known).as(request.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ ", "/dance", "/#dev", "/help dance", "/help \u2003"})
    void anUnknownCommandSuggestsHelp(String line) {
        assertThat(Meaning.typed().of(line))
                .isInstanceOfSatisfying(
                        Request.Malformed.class,
                        refused -> assertThat(refused.message()).contains("/help lists"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/dance, /dance",
        "'/ dance with me', /dance",
        "/help dance, dance",
        "'/HELP  dance ', dance",
    })
    void anUnknownCommandIsNamedWithoutTheRestOfTheLine(String line, String name) {
        assertThat(Meaning.typed().of(line))
                .isInstanceOfSatisfying(
                        Request.Malformed.class,
                        refused -> assertThat(refused.message())
                                .isEqualTo("there is no command " + name + "; /help lists the commands"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPER hunter2", "oper hunter2", " \tOper hunter2", "OPER"})
    void aPasswordIsNotSaidToEverybody(String line) {
        assertThat(Meaning.typed().of(line))
                .isEqualTo(
                        new Request.Malformed(
                                "OPER",
                                ErrorCode.UNKNOWN_COMMAND,
                                "everybody would hear this: a command begins with a slash, as in /oper; to say it, put /msg before it"));
        assertThat(Meaning.typed().of("/msg OPER is a verb")).isEqualTo(new Command.Say("OPER is a verb"));
        assertThat(Meaning.typed().of("operators wanted")).isEqualTo(new Command.Say("operators wanted"));
        assertThat(Meaning.saying().of(line)).isEqualTo(new Command.Say(line.strip()));
    }

    @Test
    void theFormatIsNotThePersonsToChoose() {
        assertRefused(Meaning.typed().of("/format text"), ErrorCode.BAD_ARGUMENT);
    }

    private static void assertRefused(Request request, ErrorCode code) {
        assertThat(request)
                .isInstanceOfSatisfying(
                        Request.Malformed.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
