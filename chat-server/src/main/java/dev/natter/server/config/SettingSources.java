package dev.natter.server.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where a setting comes from that is not on the command line: the environment, or else the file that --config names. */
final class SettingSources implements IDefaultValueProvider {

    /** Options that ask for something to be shown, or say where settings are: they are no settings themselves. */
    private static final Set<String> NO_SETTINGS = Set.of("help", "version", "config");

    private final Map<String, String> environment;
    private final Properties file;

    private SettingSources(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the file, if there is to be one.
     *
     * @throws ConfigException if it cannot be read, or has a name that is no setting's
     */
    static SettingSources of(Map<String, String> environment, @Nullable Path configFile, CommandSpec options) {
        Properties file = new Properties();
        if (configFile != null) {
            load(configFile, file);
            Set<String> unknown = new TreeSet<>(file.stringPropertyNames());
            unknown.removeAll(settings(options));
            if (!unknown.isEmpty()) {
                throw new ConfigException("--config " + configFile + ": there is no setting \""
                        + unknown.iterator().next() + "\"; the names are those of the options, without --");
            }
        }
        return new SettingSources(environment, file);
    }

    private static void load(Path configFile, Properties file) {
        try {
            file.load(new StringReader(TextFile.content("--config", configFile)));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(
                    "--config " + configFile + ": expected lines of name=value (" + e.getMessage() + ")");
        }
    }

    /** The value in the environment of the option {@code --some-name}: that of {@code NATTER_SOME_NAME}, if not empty. */
    static @Nullable String inEnvironment(Map<String, String> environment, String setting) {
        String value = environment.getOrDefault(
                "NATTER_" + setting.toUpperCase(Locale.ROOT).replace('-', '_'), "");
        return value.isEmpty() ? null : value;
    }

    private static Set<String> settings(CommandSpec options) {
        return options.options().stream()
                .map(SettingSources::name)
                .filter(name -> !NO_SETTINGS.contains(name))
                .collect(Collectors.toSet());
    }

    private static String name(OptionSpec option) {
        return option.longestName().substring("--".length());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || NO_SETTINGS.contains(name(option))) {
            return null;
        }
        String name = name(option);
        String inEnvironment = inEnvironment(environment, name);
        return inEnvironment != null ? inEnvironment : file.getProperty(name);
    }
}
