package dev.natter.client.man;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.cli.HelpSections;
import dev.natter.client.cli.NatterCommand;
import dev.natter.client.cli.Surroundings;
import dev.natter.testkit.RealClient;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The pages, as groff shows them. */
class ManPagesTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws Exception {
        ManPages.main(new String[] {folder.toString(), "1.2.3", "2026-01-31T00:00:00Z"});
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aPageHasAllThatTheHelpHas(CommandSpec command) {
        String page = shown(folder.resolve(ManPage.name(command) + ".1"));
        assertThat(page)
                .contains(ManPage.name(command).toUpperCase(Locale.ROOT) + "(1)", "natter 1.2.3", "2026-01-31")
                .containsSubsequence(
                        "\nNAME\n",
                        "\nSYNOPSIS\n",
                        "\nDESCRIPTION\n",
                        "\nOPTIONS\n",
                        "\nEXIT STATUS\n",
                        "\nSEE ALSO\n");
        Stream<String> words = Stream.of(
                        lines(command.usageMessage().description()),
                        lines(command.usageMessage().footer()),
                        command.options().stream().flatMap(option -> Stream.of(option.names())),
                        command.options().stream()
                                .filter(option -> option.arity().max() > 0)
                                .map(ArgSpec::paramLabel),
                        command.args().stream().flatMap(argument -> lines(argument.description())),
                        command.positionalParameters().stream().map(ArgSpec::paramLabel),
                        HelpSections.environment(command).values().stream(),
                        HelpSections.files(command).values().stream(),
                        command.usageMessage().exitCodeList().values().stream(),
                        command.subcommands().values().stream()
                                .map(each -> ManPage.name(each.getCommandSpec()) + "(1)"))
                .flatMap(each -> each);
        assertThat(words).allSatisfy(each -> assertThat(page).contains(each));
    }

    @Test
    void thereIsNoOtherPage() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(commands()
                            .map(command -> ManPage.name(command) + ".1")
                            .toList());
        }
    }

    @Test
    void whatMeansSomethingToRoffIsShownAsItIs() throws Exception {
        List<String> nasty = List.of(
                ".SH no heading",
                "'br",
                "C:\\n\\fB",
                "--nick=\"a b\"",
                "a`b^c~d'e",
                "#dev \u00E4\u03A9",
                "%s $HOME",
                ".");
        Roff roff =
                new Roff().title("nasty", 1, "2026-01-31", "n").section("NAME").paragraph("nasty \\- .x");
        nasty.forEach(roff::paragraph);
        nasty.forEach(line -> roff.item(line, line, line));
        roff.verbatim(nasty);
        Path file = Files.writeString(folder.resolve("../nasty.1").normalize(), roff.toString());
        String page = shown(file);
        nasty.forEach(line -> assertThat(
                        page.lines().filter(shown -> shown.strip().equals(line)))
                .as(line)
                .hasSizeGreaterThanOrEqualTo(2));
        assertThat(page).contains("nasty \\- .x");
    }

    /** On so wide a terminal that a paragraph is a line. */
    private static String shown(Path page) {
        RealClient.Outcome outcome = RealClient.orSkip("groff")
                .runs(
                        List.of("-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=2000n", "-dAD=l", "-rHY=0", page.toString()),
                        "");
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        return outcome.output();
    }

    /** Without headings and indentation. */
    private static Stream<String> lines(String... lines) {
        return Stream.of(lines)
                .map(line -> String.format(line).strip())
                .filter(line -> !line.isEmpty() && !line.equals("Examples:"));
    }

    private static Stream<CommandSpec> commands() {
        Surroundings nowhere =
                new Surroundings(InputStream.nullInputStream(), System.out, System.err, Map.of(), false, false, false);
        return all(NatterCommand.commandLine(nowhere));
    }

    private static Stream<CommandSpec> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec()),
                command.getSubcommands().values().stream().flatMap(ManPagesTest::all));
    }
}
