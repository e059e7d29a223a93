package dev.natter.server.config;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Reads what a person typed to start the server, together with the environment and the settings file. */
public final class CommandLineReader {

    private final Map<String, String> environment;
    private final PrintWriter out;

    /** @param out gets the help or the version, if asked for */
    public CommandLineReader(Map<String, String> environment, PrintWriter out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Reads a command line.
     *
     * @return empty if it only asked for help or the version, which has been shown
     * @throws UsageException if an option is unknown, or a value does not parse or is out of its range
     * @throws ConfigException if a setting is wrong in another way
     */
    public Optional<Launch> read(String... args) {
        ServerOptions options = new ServerOptions();
        CommandLine commandLine = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setDefaultValueProvider(
                SettingSources.of(environment, configFile(args), commandLine.getCommandSpec()));
        try {
            commandLine.parseArgs(args);
            options.check(commandLine);
        } catch (ParameterException e) {
            throw new UsageException(e);
        }
        if (commandLine.isUsageHelpRequested()) {
            commandLine.usage(out);
            return Optional.empty();
        }
        if (commandLine.isVersionHelpRequested()) {
            commandLine.printVersionHelp(out);
            return Optional.empty();
        }
        boolean passwordFileIsWeak = !commandLine.getParseResult().hasMatchedOption("--operator-password-file")
                && SettingSources.inEnvironment(environment, "operator-password-file") == null;
        return Optional.of(new Launch(
                options.toConfig(environment, passwordFileIsWeak),
                options.console(),
                options.logFormat().name().toLowerCase(Locale.ROOT),
                options.isVerbose(),
                options.warnings()));
    }

    /** The file has to be read before the options for which it has values. */
    private @Nullable Path configFile(String... args) {
        ConfigFile option = new ConfigFile();
        try {
            new CommandLine(option).setUnmatchedArgumentsAllowed(true).parseArgs(args);
        } catch (ParameterException e) {
            return null; // the second reading finds the same, and says it in the words of the whole
        }
        String inEnvironment = SettingSources.inEnvironment(environment, "config");
        return option.file == null && inEnvironment != null ? Path.of(inEnvironment) : option.file;
    }

    private static final class ConfigFile {
        @Option(names = "--config")
        private @Nullable Path file;
    }
}
