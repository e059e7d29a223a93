package dev.natter.client.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.CommandLine;
import dev.natter.protocol.command.Verb;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "hello there, MSG hello there",
                "//who, MSG /who",
                "|  two blanks|, MSG two blanks",
                "/msg hello, MSG hello",
                "/WHO, WHO",
                "/who #dev, WHO #dev",
                "/tell bob psst, TELL bob psst",
                "/quit see you, QUIT see you",
                "/oper pass word, OPER pass word",
                "/shutdown, SHUTDOWN",
                "say 'it' with \"quotes\" and \\ and !!, MSG say 'it' with \"quotes\" and \\ and !!",
            })
    void aLineIsWhatItWouldBeOnARawConnection(String typed, String line) {
        assertThat(lines(typed)).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "/jion #dev = there is no command /jion; did you mean /join?",
                "/j #dev = there is no command /j; did you mean /join?",
                "/part = there is no command /part; did you mean /leave?",
                "/names = there is no command /names; did you mean /who?",
                "/whosi bob = there is no command /whosi; did you mean /whois?",
                "/xyzzy = there is no command /xyzzy; /help lists the commands",
                "/ = there is no command /; /help lists the commands",
                "/help xyzzy = there is no command /xyzzy; /help lists the commands",
                "/format json = there is no command /format; /help lists the commands",
                "/tell bob = an argument is missing: /tell target text",
                "/nick a b = a word too many: /nick name",
                "/nick 1a = \"1a\" is not a nickname: 1 to 30 letters, digits or _-.|^{}~`, the first a letter or _",
                "oper hunter2 = everybody would hear this: a command begins with a slash, as in /oper; to say it, put /msg before it",
            })
    void whatCannotBeDoneIsToldInASentence(String typed, String why) {
        assertThat(Typed.of(typed))
                .isInstanceOfSatisfying(
                        Typed.Wrong.class, wrong -> assertThat(wrong.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "\n\n"})
    void blanksAreNothing(String typed) {
        assertThat(Typed.of(typed)).isInstanceOf(Typed.Nothing.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FORMAT")
    void everyVerbIsACommand(Verb verb) {
        Typed typed = Typed.of("/" + verb.name().toLowerCase(Locale.ROOT));
        boolean known = typed instanceof Typed.Commands
                || typed instanceof Typed.Help
                || (typed instanceof Typed.Wrong wrong && wrong.why().startsWith("an argument is missing: /"));
        assertThat(known).as(typed.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPER hunter2", "oper hunter2", " \tOper hunter2", "OPER"})
    void aPasswordIsNotSaidToEverybody(String line) {
        assertThat(Typed.of(line)).isInstanceOf(Typed.Wrong.class);
        assertThat(lines("/msg OPER is a verb")).containsExactly("MSG OPER is a verb");
        assertThat(lines("operators wanted")).containsExactly("MSG operators wanted");
    }

    @ParameterizedTest
    @ValueSource(strings = {" /oper hunter2", "/ oper hunter2", "\t/OPER hunter2"})
    void aBlankTooManyDoesNotTurnAPasswordIntoAText(String line) {
        assertThat(lines(line)).containsExactly("OPER hunter2");
        assertThat(Typed.masked(line)).isEqualTo(line.replace("hunter2", "*******"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\n/oper hunter2",
                "OPER x\nhi",
                "/opre x\nhi",
                "/nick al\n/oper hunter2",
                "/tell bob a\noper x"
            })
    void aPasswordIsNotPastedToEverybody(String lines) {
        assertThat(Typed.of(lines)).isInstanceOf(Typed.Wrong.class);
        assertThat(Typed.isSecret(lines)).isTrue();
    }

    @Test
    void aPasswordIsMaskedInEachLine() {
        assertThat(Typed.masked("hello\n/oper pass word\nbye")).isEqualTo("hello\n/oper *********\nbye");
        assertThat(Typed.masked("/oper")).isEqualTo("/oper");
        assertThat(Typed.masked("cooper was here")).isEqualTo("cooper was here");
    }

    @Test
    void ofManyLinesEachIsSaidAsItIs() {
        assertThat(lines("one\n/etc/passwd\n\n//three\n")).containsExactly("MSG one", "MSG /etc/passwd", "MSG //three");
    }

    @Test
    void whatBeginsAsTellIsToldToTheEnd() {
        assertThat(lines("/tell bob one\ntwo\n/three"))
                .containsExactly("TELL bob one", "TELL bob two", "TELL bob /three");
        assertThat(lines("/msg one\ntwo")).containsExactly("MSG one", "MSG two");
    }

    @Test
    void noOtherCommandTakesManyLines() {
        assertThat(Typed.of("/join #a\n#b")).isInstanceOf(Typed.Wrong.class);
        assertThat(Typed.of("/clear\nx")).isInstanceOf(Typed.Wrong.class);
    }

    @Test
    void ofManyLinesOneThatCannotBeSentKeepsAllBack() {
        assertThat(Typed.of("one\n" + "x".repeat(2001)))
                .isInstanceOfSatisfying(
                        Typed.Wrong.class,
                        wrong -> assertThat(wrong.why())
                                .startsWith("line 2 of what was pasted: ")
                                .endsWith("; nothing was sent"));
    }

    @Test
    void thisProgramsOwnCommandsAreNotForTheServer() {
        assertThat(Typed.of("/BELL off")).isEqualTo(new Typed.Local(LocalCommand.BELL, "off"));
        assertThat(Typed.of("/connect")).isEqualTo(new Typed.Local(LocalCommand.CONNECT, ""));
        assertThat(Typed.of("/help")).isEqualTo(new Typed.Help(null));
        assertThat(Typed.of("/help /who"))
                .isInstanceOfSatisfying(
                        Typed.Help.class,
                        help -> assertThat(help.about().word()).isEqualTo("who"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/oper hunter2", " /OPER hunter2", "oper hunter2", "/opre hunter2", "/opr hunter2", "/ope x"})
    void passwordsAreNotRemembered(String typed) {
        assertThat(Typed.isSecret(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/who", "hello", "operators are here", "/help oper", "/tell bob oper"})
    void allElseIs(String typed) {
        assertThat(Typed.isSecret(typed)).isFalse();
    }

    private static List<String> lines(String typed) {
        return ((Typed.Commands) Typed.of(typed))
                .commands().stream()
                        .map((Command command) -> CommandLine.of(command))
                        .toList();
    }
}
