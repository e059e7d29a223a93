package dev.natter.client.man;

import dev.natter.client.cli.HelpSections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The man page of one command: what its {@code --help} says, in the usual sections. */
final class ManPage {

    private static final int USER_COMMANDS = 1;
    private static final String EXAMPLES = "Examples:";
    private static final String VERBATIM = "  ";

    private final CommandSpec command;
    private final Roff roff = new Roff();

    /**
     * Writes one.
     *
     * @param version of the program
     * @param date as in 2026-01-31
     */
    ManPage(CommandSpec command, String version, String date) {
        this.command = command;
        roff.title(name(command), USER_COMMANDS, date, "natter " + version);
        roff.section("NAME").paragraph(name(command) + " - " + summary(command));
        roff.section("SYNOPSIS");
        synopsis();
        roff.section("DESCRIPTION");
        blocks(formatted(command.usageMessage().description()));
        options();
        commands();
        examples();
        items("ENVIRONMENT", HelpSections.environment(command));
        items("FILES", HelpSections.files(command));
        items("EXIT STATUS", command.usageMessage().exitCodeList());
        roff.section("SEE ALSO").paragraph(seeAlso());
    }

    /** What it is called: {@code natter-chat}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private static String reference(CommandSpec command) {
        return name(command) + "(" + USER_COMMANDS + ")";
    }

    /** The first sentence of the description, as a part of another. */
    private static String summary(CommandSpec command) {
        String first = formatted(command.usageMessage().description()).get(0).replaceFirst("[.:].*", "");
        return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    private void synopsis() {
        String synopsis = new Help(command, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0);
        String words = synopsis.strip().replaceAll("\\s+", " ");
        String name = command.qualifiedName();
        roff.paragraph(name, words.substring(name.length()));
    }

    private void options() {
        roff.section("OPTIONS");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            roff.item(parameter.paramLabel(), "", description(parameter));
        }
        for (OptionSpec option : command.options()) {
            roff.item(
                    String.join(", ", option.names()),
                    option.arity().max() > 0 ? option.paramLabel() : "",
                    description(option));
        }
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", formatted(argument.description()));
    }

    private void commands() {
        if (!command.subcommands().isEmpty()) {
            roff.section("COMMANDS");
            subcommands(command).forEach(each -> roff.item(reference(each), "", summary(each)));
        }
    }

    private void examples() {
        List<String> footer = new ArrayList<>(formatted(command.usageMessage().footer()));
        if (footer.remove(EXAMPLES)) {
            roff.section("EXAMPLES");
            blocks(footer);
        }
    }

    private void items(String section, Map<String, String> items) {
        if (!items.isEmpty()) {
            roff.section(section);
            items.forEach((term, explanation) -> roff.item(term, "", explanation));
        }
    }

    /** What stands before, beside and behind it. */
    private String seeAlso() {
        Set<String> references = new TreeSet<>();
        subcommands(command).forEach(each -> references.add(reference(each)));
        for (CommandSpec above = command.parent(); above != null; above = above.parent()) {
            references.add(reference(above));
            subcommands(above).forEach(each -> references.add(reference(each)));
        }
        references.remove(reference(command));
        return String.join(", ", references);
    }

    private void blocks(List<String> lines) {
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            boolean goesOn = !block.isEmpty()
                    && line.startsWith(VERBATIM) == block.get(0).startsWith(VERBATIM);
            if (!goesOn || line.isEmpty()) {
                block(block);
                block.clear();
            }
            if (!line.isEmpty()) {
                block.add(line);
            }
        }
        block(block);
    }

    private void block(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (lines.get(0).startsWith(VERBATIM)) {
            roff.verbatim(lines.stream()
                    .map(line -> line.substring(VERBATIM.length()))
                    .toList());
        } else {
            roff.paragraph(String.join(" ", lines));
        }
    }

    private static List<CommandSpec> subcommands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();
    }

    /** picocli takes these lines for formats. */
    private static List<String> formatted(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Stream.of(String.format(line).split("\n", -1)))
                .toList();
    }

    @Override
    public String toString() {
        return roff.toString();
    }
}
