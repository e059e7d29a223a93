package dev.natter.client.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The variables and files that a command heeds, for its {@code --help} and its man page. */
public final class HelpSections {

    private static final String ENVIRONMENT = "environment";
    private static final String FILES = "files";

    private HelpSections() {}

    /** What each variable of the environment means to a command, or to one of those behind it. */
    public static Map<String, String> environment(CommandSpec command) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (any(command, HelpSections::hasServer)) {
            variables.put("NATTER_HOST", "the server where none is given: HOST[:PORT], or a favourite's name");
        }
        if (any(command, each -> each.findOption("--nick") != null)) {
            variables.put("NATTER_NICK", "the nickname where none is given");
        }
        if (any(command, each -> each.findOption("--no-color") != null)) {
            variables.put("NO_COLOR", "no colours, if it is set to anything");
        }
        if (any(command, HelpSections::hasServer)) {
            variables.put("XDG_CONFIG_HOME", "where natter/favourites.properties is, instead of ~/.config");
        }
        if (any(command, HelpSections::remembers)) {
            variables.put("XDG_STATE_HOME", "where natter/history is, instead of ~/.local/state");
        }
        if (command.parent() == null) {
            variables.put("NATTER_JAVA_OPTS", "options for the Java virtual machine, where ./natter starts it");
        }
        return variables;
    }

    /** What each file means to a command, or to one of those behind it. */
    public static Map<String, String> files(CommandSpec command) {
        Map<String, String> files = new LinkedHashMap<>();
        if (any(command, HelpSections::hasServer)) {
            files.put(
                    "~/.config/natter/favourites.properties",
                    "servers that have a name: lines of NAME.KEY = VALUE, where KEY is address, nick, rooms, tls,"
                            + " tls-ca or insecure");
        }
        if (any(command, HelpSections::remembers)) {
            files.put("~/.local/state/natter/history", "what was typed on a terminal; no passwords");
        }
        return files;
    }

    /** Adds both to the help of a command and of all that are behind it. */
    static void addTo(CommandLine commandLine) {
        List<String> keys = new ArrayList<>(commandLine.getHelpSectionKeys());
        keys.addAll(keys.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), List.of(ENVIRONMENT, FILES));
        commandLine.setHelpSectionKeys(keys);
        addSectionsTo(commandLine);
    }

    private static void addSectionsTo(CommandLine commandLine) {
        commandLine
                .getHelpSectionMap()
                .put(ENVIRONMENT, help -> table("Environment:", environment(help.commandSpec()), help));
        commandLine.getHelpSectionMap().put(FILES, help -> table("Files:", files(help.commandSpec()), help));
        commandLine.getSubcommands().values().forEach(HelpSections::addSectionsTo);
    }

    private static String table(String heading, Map<String, String> rows, Help help) {
        return rows.isEmpty()
                ? ""
                : "%n%s%n%s".formatted(heading, help.createTextTable(rows).toString());
    }

    private static boolean hasServer(CommandSpec command) {
        return command.positionalParameters().stream()
                .anyMatch(parameter -> parameter.paramLabel().contains("HOST"));
    }

    /** What is typed on a terminal. */
    private static boolean remembers(CommandSpec command) {
        return command.findOption("--plain") != null;
    }

    private static boolean any(CommandSpec command, Predicate<CommandSpec> condition) {
        return condition.test(command)
                || command.subcommands().values().stream().anyMatch(each -> any(each.getCommandSpec(), condition));
    }
}
