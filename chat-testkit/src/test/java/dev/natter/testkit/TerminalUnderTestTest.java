package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With programs that nearly every machine has. */
final class TerminalUnderTestTest {
    private static TerminalUnderTest sh(String script, String... arguments) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        words.addAll(List.of(arguments));
        return TerminalSetup.sized(40, 6).runs(words);
    }

    @Test
    void whatIsTypedIsShown() {
        try (TerminalUnderTest cat = TerminalSetup.sized(40, 6).runs("cat")) {
            cat.types("it's \"héllo\", $HOME; 日本 \\n;").presses("Enter");
            cat.eventually("both lines", screen -> screen.get(1).equals("it's \"héllo\", $HOME; 日本 \\n;"));
            assertThat(cat.screen())
                    .containsExactly(
                            "it's \"héllo\", $HOME; 日本 \\n;", "it's \"héllo\", $HOME; 日本 \\n;", "", "", "", "");
            assertThat(cat.cursor()).isEqualTo(new TerminalUnderTest.Cursor(0, 2));
            assertThat(cat.isAlive()).isTrue();
            assertThat(cat.presses("C-d").exitCode()).isZero();
            assertThat(cat.isAlive()).isFalse();
            assertThat(cat.screen().get(0)).isEqualTo("it's \"héllo\", $HOME; 日本 \\n;");
        }
    }

    @Test
    void aProgramIsGivenItsWordsAsTheyAre() {
        try (TerminalUnderTest sh =
                sh("for word; do echo \"<$word>\"; done", "a b", "", ";", "x;", "'$HOME'", "#{pid}")) {
            assertThat(sh.exitCode()).isZero();
            assertThat(sh.scrollback()).containsExactly("<a b>", "<>", "<;>", "<x;>", "<'$HOME'>", "<#{pid}>", "");
        }
    }

    @Test
    void aProgramHasNothingOfOurEnvironment() {
        TerminalSetup setup = TerminalSetup.sized(80, 20).term("screen").variable("NATTER_NICK", "alice");
        try (TerminalUnderTest env =
                setup.runs("sh", "-c", "env | cut -d= -f1 | sort; echo $TERM $NATTER_NICK $LANG")) {
            assertThat(env.exitCode()).isZero();
            assertThat(env.screen().stream().filter(line -> !line.isEmpty()))
                    .containsExactly(
                            "HOME",
                            "LANG",
                            "NATTER_NICK",
                            "PATH",
                            "PWD",
                            "SHELL",
                            "TERM",
                            "TERM_PROGRAM",
                            "TERM_PROGRAM_VERSION",
                            "TMUX",
                            "TMUX_PANE",
                            "screen alice C.UTF-8");
        }
    }

    @Test
    void howItEnds() {
        try (TerminalUnderTest failed = sh("exit 69");
                TerminalUnderTest interrupted = sh("echo here I am; exec cat");
                TerminalUnderTest killed = sh("exec cat")) {
            assertThat(failed.exitCode()).isEqualTo(69);
            interrupted.shows("here I am").presses("C-c");
            assertThat(interrupted.exitCode()).isEqualTo(128 + 2);
            assertThat(killed.signals("KILL").exitCode()).isEqualTo(128 + 9);
            assertThat(killed.screen()).containsOnly("");
        }
    }

    @Test
    void whatHasLeftTheScreenIsStillThere() {
        try (TerminalUnderTest seq = TerminalSetup.sized(40, 6).runs("seq", "1000")) {
            assertThat(seq.exitCode()).isZero();
            assertThat(seq.scrollback())
                    .hasSizeGreaterThanOrEqualTo(1000)
                    .startsWith("1", "2")
                    .contains("1000");
        }
    }

    @Test
    void itsSizeCanBeChanged() {
        try (TerminalUnderTest sh = sh("trap 'stty size' WINCH; stty size; while :; do read x; done")) {
            sh.showsLine("6 40").resizes(132, 50).showsLine("50 132");
            assertThat(sh.screen()).hasSize(50);
        }
    }

    @Test
    void aPasteStandsInBracketsForWhoeverAsks() {
        try (TerminalUnderTest plain = sh("cat -v");
                TerminalUnderTest asking = sh("printf '\\033[?2004hready\\n'; cat -v")) {
            plain.pastes("one\ntwo\n").showsLine("two");
            asking.shows("ready").pastes("one\ntwo\n").shows("^[[200~one").presses("Enter");
            asking.showsLine("^[[201~");
        }
    }

    @Test
    void stylesTitleAndBells() {
        try (TerminalUnderTest sh = sh("printf '\\033]2;a title\\007\\033[31mred\\033[0m\\007\\007é\\n'; exec cat")) {
            sh.shows("redé");
            assertThat(sh.styledScreen().get(0)).startsWith("\u001B[31mred");
            assertThat(sh.title()).isEqualTo("a title");
            assertThat(sh.bells()).isEqualTo(2);
            assertThat(sh.rawOutput()).isEqualTo("\u001B]2;a title\u0007\u001B[31mred\u001B[0m\u0007\u0007é\r\n");
        }
    }

    @Test
    void keysAreKeys() {
        try (TerminalUnderTest sh = sh("stty raw -echo; printf 'ready '; cat -v")) {
            sh.shows("ready")
                    .presses("Up", "M-b", "C-r", "BSpace", "F5", "x", ";")
                    .showsLine("ready ^[[A^[b^R^?^[[15~x;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sh.presses("Entre"))
                    .withMessage("\"Entre\" is no key");
        }
    }

    @Test
    void closingLeavesNothingBehind() {
        TerminalUnderTest sh =
                TerminalSetup.sized(200, 6).runs("sh", "-c", "trap '' HUP TERM; echo $$ $HOME; exec cat");
        sh.eventually("its number and its home", screen -> !screen.get(0).isEmpty());
        String[] words = sh.screen().get(0).split(" ", -1);
        sh.close();
        sh.close();
        assertThat(ProcessHandle.of(Long.parseLong(words[0]))).isEmpty();
        assertThat(Path.of(words[1]).getParent()).doesNotExist();
    }

    @Test
    void aFailureShowsTheScreen() {
        TerminalSetup impatient = TerminalSetup.sized(40, 2).patience(Duration.ofMillis(100));
        try (TerminalUnderTest sh = impatient.runs("sh", "-c", "echo here I am; exec cat")) {
            sh.shows("here");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> sh.showsLine("here I was"))
                    .withMessage("expected the line here I was, but after 100 ms the program runs, the cursor is in"
                            + " column 0 of row 1 (from 0), and the screen is\n|here I am\n|\n");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(sh::exitCode)
                    .withMessageStartingWith("expected the program to end, but after 100 ms");
        }
    }

    @Test
    void aTerminalThatCannotBe() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> TerminalSetup.sized(0, 6).runs("cat"))
                .withMessage("tmux ended: [width too small]");
    }

    @Test
    void aTmuxThatHasGoneIsAFailure() {
        try (TerminalUnderTest sh = sh("read x; kill -9 $(echo $TMUX | cut -d, -f2)")) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> sh.presses("Enter").shows("anything"))
                    .withMessageStartingWith("tmux ended");
        }
    }
}
