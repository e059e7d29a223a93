package dev.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testkit.TerminalSetup;
import dev.natter.testkit.TerminalUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees in a real terminal. */
class ScreenTest extends WithBob {

    @Test
    void aConversation() {
        try (TerminalUnderTest alice = alice(80, 24)) {
            alice.types("hello everybody").presses("Enter");
            bob.hears("[alice] hello everybody")
                    .sends("MSG hi ALICE, how are you?")
                    .sends("TELL alice psst");
            alice.shows("psst").types("/tell bob what?").presses("Enter");
            bob.hears("[alice to you] what?");
            alice.types("/join #dev").presses("Enter").shows("nobody else is in #dev");
            bob.sends("MSG a line that is longer than eighty columns, so that it has to be broken between two words,"
                    + " and once more because it is really long for a chat");
            alice.showsLine("        a chat").types("half a li").looksLike("conversation");
            assertThat(alice.cursor()).isEqualTo(new TerminalUnderTest.Cursor(22, 13));
        }
    }

    @Test
    void aWideTerminal() {
        try (TerminalUnderTest alice = alice(200, 50)) {
            bob.sends("MSG " + "word ".repeat(60));
            alice.shows("word word")
                    .types("/rooms")
                    .presses("Enter")
                    .shows("#lobby (2 online)")
                    .looksLike("wide");
        }
    }

    @Test
    void theHelp() {
        try (TerminalUnderTest alice = alice(80, 24)) {
            alice.types("/help").presses("Enter").looksLike("help");
        }
    }

    @Test
    void slips() {
        try (TerminalUnderTest alice = alice(80, 24)) {
            for (String slip : List.of(
                    "/jion #dev",
                    "/part",
                    "/xyzzy",
                    "/tell bob",
                    "/msg bob psst",
                    "oper hunter2",
                    "/bell loud",
                    "/ignore 1",
                    "/join dev",
                    "/connect a b",
                    "/timestamps maybe")) {
                alice.types(slip).presses("Enter");
            }
            alice.shows("\"maybe\"").types("/nick bob").presses("Enter").shows("is in use");
            alice.types("/kill bob")
                    .presses("Enter")
                    .shows("KILL is for operators")
                    .looksLike("slips");
            bob.isQuiet();
        }
    }

    @Test
    void allKindsOfCharacters() {
        try (TerminalUnderTest alice = alice(80, 24)) {
            bob.sends("MSG grüße, 日本語のとても長い文章です、一行に収まりきらないので二行になりますよね、たぶんきっと。");
            bob.sends("MSG عربى and e\u0301 and \uD83D\uDC4D\uD83C\uDFFD and a\ttab");
            alice.shows("tab")
                    .types("日本語 e\u0301 ü")
                    .presses("Left", "Left")
                    .types("Z")
                    .looksLike("characters");
            alice.presses("Enter");
            bob.hears("[alice] 日本語 e\u0301Z ü");
        }
    }

    @Test
    void nothingThatAnybodySaysSteersTheTerminal() {
        try (TerminalUnderTest alice = alice(80, 24)) {
            String hostile =
                    "\u001b[2J\u001b[H\u001b]0;owned\u0007\u001bc\u0090q\u009b31m\u202egnp\u2028.\u0085\r\u007f\b!";
            bob.sends("MSG " + hostile);
            bob.sends("MSG x" + " ".repeat(90) + "12:34 <alice> I owe bob a beer");
            bob.sends("TELL alice %{red%} ${PATH} `id` $(id) \\u001b[31m %1% %N");
            bob.sends("QUIT \u001b[1m\u009b2J").isDisconnected();
            alice.shows("<-- bob left").looksLike("hostile");
            assertThat(alice.rawOutput()).doesNotContain("owned\u0007", "\u001bc", "\u009b", "\u0090");
            assertThat(alice.title()).doesNotContain("owned");
        }
    }

    @Test
    void manyWhoComeAndGoAreOneLine() {
        try (TerminalUnderTest alice = alice(80, 24)) {
            for (int i = 0; i < 10; i++) {
                server.person("visitor" + i).close();
                bob.settles();
            }
            bob.settles().sends("MSG what a crowd");
            alice.shows("what a crowd");
            assertThat(alice.screen())
                    .filteredOn(line -> line.contains("visitor"))
                    .hasSizeLessThan(7);
            assertThat(alice.screen()).anyMatch(line -> line.matches(".* -- .*\\d+ left #lobby \\(2 online\\): .*"));
        }
    }

    @Test
    void theBellRingsForThisPersonOnly() {
        try (TerminalUnderTest alice = alice(80, 24)) {
            bob.sends("MSG nobody in particular").sends("MSG one more");
            alice.shows("one more");
            assertThat(alice.bells()).isZero();
            bob.sends("MSG alice: lunch?");
            alice.shows("lunch?");
            assertThat(alice.bells()).isEqualTo(1);
            alice.types("/bell off").presses("Enter").shows("the bell is off");
            bob.sends("TELL alice lunch!");
            alice.shows("lunch!");
            assertThat(alice.bells()).isEqualTo(1);
        }
    }

    @Test
    void whoIsIgnoredIsNotHeard() {
        try (TerminalUnderTest alice = alice(80, 24)) {
            alice.types("/ignore bob").presses("Enter").shows("you hear nothing from bob any more");
            bob.sends("MSG spam").sends("TELL alice spam").sends("NICK robert").hears("[server] you are now robert");
            bob.sends("MSG more spam");
            alice.shows("bob is now robert");
            alice.types("/ignore robert").presses("Enter").shows("you hear robert again");
            bob.sends("MSG sorry");
            alice.shows("<robert> sorry");
            assertThat(alice.screen()).noneMatch(line -> line.contains("spam"));
        }
    }

    private TerminalUnderTest alice(int columns, int rows) {
        return Alice.chats(TerminalSetup.sized(columns, rows), server.address(), bob);
    }
}
