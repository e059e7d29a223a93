package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a command line is said in one sentence, before anything is sent anywhere. */
class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                " => natter: missing required subcommand (see natter --help)",
                "watch => natter: unmatched argument at index 0: 'watch' (see natter --help)",
                "tail a b => natter: unmatched argument at index 2: 'b' (see natter tail --help)",
                "tail --room dev => natter: invalid value for option '--room' ('#r'): \"dev\" is not a room: # and 1 to 50"
                        + " letters, digits or _-.|^{}~` (see natter tail --help)",
                "bench => natter: missing required subcommand (see natter bench --help)",
                "bench speed => natter: unmatched argument at index 1: 'speed' (see natter bench --help)",
                "bench idle localhost:x => natter: \"localhost:x\" is not HOST[:PORT] (see natter bench idle --help)",
                "bench throughput --connections 9 --rooms 5 => natter: a room needs two members or more: 9 are too few"
                        + " for 5 (see natter bench throughput --help)",
                "bench throughput --size 16 => natter: invalid value for option '--size': \"16\" is not a whole number"
                        + " from 17 to 2000 (see natter bench throughput --help)",
                "bench latency --rate 0 => natter: invalid value for option '--rate': \"0\" is not a whole number from 1"
                        + " to 1000000 (see natter bench latency --help)",
                "bench idle --seconds NaN => natter: invalid value for option '--seconds': \"NaN\" is not a number of"
                        + " seconds from 0 to 3600 (see natter bench idle --help)",
                "chat --loud => natter: unknown option: '--loud' (see natter chat --help)",
                "chat a b => natter: unmatched argument at index 2: 'b' (see natter chat --help)",
                "chat localhost:0 => natter: \"localhost:0\" has no port from 1 to 65535 (see natter chat --help)",
                "chat localhost:x => natter: \"localhost:x\" is not HOST[:PORT] (see natter chat --help)",
                "send [::1 => natter: \"[::1\" is not HOST[:PORT] (to say \"[::1\", put -- before it)"
                        + " (see natter send --help)",
                "chat [::1 => natter: \"[::1\" is not HOST[:PORT] (see natter chat --help)",
                "send gr\uFFFD\uFFFD => natter: an argument is not valid UTF-8; set a UTF-8 locale such as LC_ALL=C.UTF-8",
                "chat --nick j\uFFFD => natter: an argument is not valid UTF-8; set a UTF-8 locale such as LC_ALL=C.UTF-8",
                "chat --nick 1a => natter: invalid value for option '--nick': \"1a\" is not a nickname: 1 to 30 letters,"
                        + " digits or _-.|^{}~`, the first a letter or _ (see natter chat --help)",
                "send --room dev x => natter: invalid value for option '--room': \"dev\" is not a room: # and 1 to 50"
                        + " letters, digits or _-.|^{}~` (see natter send --help)",
                "send --room #a --to b x => natter: --room and --to cannot go together (see natter send --help)",
            })
    void isRefused(String arguments, String complaint) throws Exception {
        CommandRun run = CommandRun.of(arguments == null ? new String[0] : arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo(List.of(complaint));
        assertThat(run.output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "chat --help",
                "send --help",
                "tail --help",
                "bench --help",
                "bench throughput --help",
                "bench idle --help"
            })
    void theHelpListsTheExitCodes(String arguments) throws Exception {
        CommandRun run = CommandRun.of(arguments.split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .containsSubsequence(
                        "Exit codes:",
                        "  2    wrong usage",
                        "  69   cannot connect",
                        "  78   wrong configuration file");
    }

    @Test
    void theHelpNamesTheVariablesAndFilesThatCount() throws Exception {
        CommandRun chat = CommandRun.of("chat", "--help");
        assertThat(chat.exitCode()).isZero();
        assertThat(String.join("\n", chat.output()))
                .contains("\nEnvironment:\n", "  NATTER_NICK ", "  NO_COLOR ", "\nFiles:\n", "\nExamples:\n");

        CommandRun completion = CommandRun.of("completion", "--help");
        assertThat(completion.exitCode()).isZero();
        assertThat(completion.output()).contains("Examples:").doesNotContain("Environment:", "Files:");
    }

    @Test
    void aBlankTextIsRefused() throws Exception {
        CommandRun run = CommandRun.of("send", "--", " ", "");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .containsExactly("natter: there is nothing to say in a blank text (see natter send --help)");
    }

    @Test
    void anEmptyTextIsNoHostEither() throws Exception {
        CommandRun run = CommandRun.of("send", "");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .containsExactly("natter: \"\" is not HOST[:PORT] (to say \"\", put -- before it)"
                        + " (see natter send --help)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATTER_HOST", "NATTER_NICK"})
    void whatTheLocaleHasSpoiledInTheEnvironmentIsRefusedByName(String name) throws Exception {
        CommandRun run = CommandRun.with("send", "hi").variable(name, "j\uFFFD").start();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .containsExactly("natter: " + name + " is not valid UTF-8; set a UTF-8 locale such as LC_ALL=C.UTF-8");
    }

    @Test
    void theEnvironmentIsRefusedByName() throws Exception {
        CommandRun host = CommandRun.with("chat").variable("NATTER_HOST", "a b").start();
        assertThat(host.exitCode()).isEqualTo(2);
        assertThat(host.errors())
                .containsExactly("natter: NATTER_HOST: \"a b\" is not HOST[:PORT] (see natter chat --help)");

        CommandRun nick = CommandRun.with("send").variable("NATTER_NICK", "a b").start();
        assertThat(nick.exitCode()).isEqualTo(2);
        assertThat(nick.errors())
                .singleElement()
                .asString()
                .startsWith("natter: NATTER_NICK: \"a b\" is not a nickname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat ",
                "send ",
                "bench ",
                "bench throughput ",
                "bench latency ",
                "bench idle ",
                "completion "
            })
    void helpAndVersionAreEverywhere(String command) throws Exception {
        CommandRun help = CommandRun.of((command + "--help").split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).first().asString().startsWith("Usage: natter " + command);
        assertThat(help.errors()).isEmpty();

        CommandRun version = CommandRun.of((command + "--version").split(" "));
        assertThat(version.exitCode()).isZero();
        assertThat(version.output()).singleElement().asString().startsWith("natter ");
    }
}
