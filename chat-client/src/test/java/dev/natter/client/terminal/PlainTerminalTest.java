package dev.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testkit.TerminalSetup;
import dev.natter.testkit.TerminalUnderTest;
import org.junit.jupiter.api.Test;

/** Terminals that can or should do less. */
class PlainTerminalTest extends WithBob {

    @Test
    void aScreenReaderHearsEachThingOnceAndNoSigns() {
        try (TerminalUnderTest alice = Alice.chats(terminal(), server.address(), bob, "--plain")) {
            converse(alice);
            alice.looksLike("plain");
            assertThat(alice.rawOutput()).doesNotContain("\u001b");
        }
    }

    @Test
    void aDumbTerminalGetsNoEscapeSequences() {
        try (TerminalUnderTest alice = Alice.chats(terminal().term("dumb"), server.address(), bob)) {
            converse(alice);
            assertThat(alice.rawOutput()).doesNotContain("\u001b");
        }
    }

    @Test
    void noColorMeansNoColours() {
        try (TerminalUnderTest alice = Alice.chats(terminal().variable("NO_COLOR", "1"), server.address(), bob)) {
            assertHasNoColours(alice);
        }
        try (TerminalUnderTest alice = Alice.chats(terminal(), server.address(), bob, "--no-color")) {
            assertHasNoColours(alice);
        }
    }

    private void assertHasNoColours(TerminalUnderTest alice) {
        bob.sends("MSG alice: hello");
        alice.shows("<bob> alice: hello");
        assertThat(String.join("\n", alice.styledScreen()))
                .contains("\u001b[1")
                .doesNotContainPattern("\u001b\\[[0-9;]*[34][0-8]");
        assertThat(alice.presses("C-d").exitCode()).isZero();
        bob.hears("[server] alice left *");
    }

    private void converse(TerminalUnderTest alice) {
        alice.types("hello").presses("Enter");
        bob.hears("[alice] hello").sends("MSG hi").sends("TELL alice psst");
        alice.showsLine("[bob to you] psst").types("/who").presses("Enter").showsLine("*(2 online): bob alice");
        bob.sends("QUIT bye").isDisconnected();
        alice.showsLine("[server] bob left #lobby (1 online): bye")
                .types("/dance")
                .presses("Enter");
        alice.shows("error: there is no command /dance");
    }

    private static TerminalSetup terminal() {
        return TerminalSetup.sized(80, 24);
    }
}
