package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The word {@code natter} itself: what stands behind it are the commands. */
@Command(
        name = "natter",
        description = "A client for a Natter chat server.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage", "69:cannot connect", "78:wrong configuration file"})
public final class NatterCommand {

    private static final Logger LOG = LoggerFactory.getLogger(NatterCommand.class);

    private static final String[] EXAMPLES = {
        "",
        "Examples:",
        "  natter chat --nick alice chat.example.org",
        "  natter send --nick bot --room '#builds' 'build 812 passed'",
        "  natter bench throughput",
        "",
        "natter COMMAND --help says more of each. With ./natter there are server, hash-password and cert, too: they are"
                + " the server's."
    };

    private NatterCommand() {}

    /** Does what the arguments ask for. Returns the exit code. */
    public static int execute(Surroundings surroundings, String... arguments) {
        return execute(surroundings, Persistence.USUAL, arguments);
    }

    static int execute(Surroundings surroundings, Persistence persistence, String... arguments) {
        String spoiled = spoiled(surroundings, arguments);
        if (spoiled != null) {
            surroundings.complain(spoiled + " is not valid UTF-8; set a UTF-8 locale such as LC_ALL=C.UTF-8");
            return ExitCode.WRONG_USAGE;
        }
        return commandLine(surroundings, persistence)
                .setOut(new PrintWriter(surroundings.out(), true, UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, UTF_8))
                .setParameterExceptionHandler((e, args) -> refuse(e, surroundings))
                .setExecutionExceptionHandler((e, commandLine, result) -> fail(e, surroundings))
                .execute(arguments);
    }

    /** All words and options, ready to be walked through. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return commandLine(surroundings, Persistence.USUAL);
    }

    private static CommandLine commandLine(Surroundings surroundings, Persistence persistence) {
        CommandLine commandLine = new CommandLine(new NatterCommand())
                .addSubcommand(new ChatCommand(surroundings, persistence))
                .addSubcommand(new SendCommand(surroundings, persistence))
                .addSubcommand(new TailCommand(surroundings, persistence))
                .addSubcommand(BenchCommand.with(surroundings))
                .addSubcommand(new CompletionCommand(surroundings))
                .registerConverter(Nick.class, converter(Nick::of))
                .registerConverter(RoomName.class, converter(RoomName::of))
                .setCaseInsensitiveEnumValuesAllowed(true);
        HelpSections.addTo(commandLine);
        // Not in the annotation: the commands would inherit it.
        commandLine.getCommandSpec().usageMessage().footer(EXAMPLES);
        return commandLine;
    }

    /** Java reads them by the locale, and puts a replacement character where that does not know what to make of a byte. */
    private static @Nullable String spoiled(Surroundings surroundings, String... arguments) {
        if (String.join(" ", arguments).contains("\uFFFD")) {
            return "an argument";
        }
        return Stream.of("NATTER_HOST", "NATTER_NICK")
                .filter(name ->
                        surroundings.environment().getOrDefault(name, "").contains("\uFFFD"))
                .findFirst()
                .orElse(null);
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> reader) {
        return word -> {
            try {
                return reader.apply(word);
            } catch (BadNameException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    private static int refuse(ParameterException e, Surroundings surroundings) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        surroundings.complain(uncapitalized(String.valueOf(e.getMessage())) + " (see " + name + " --help)");
        return ExitCode.WRONG_USAGE;
    }

    /** picocli's own sentences begin with a capital; a name in capitals stays. */
    private static String uncapitalized(String sentence) {
        return sentence.matches("\\p{Lu}\\p{Ll}.*")
                ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1)
                : sentence;
    }

    private static int fail(Exception e, Surroundings surroundings) {
        if (e instanceof ConfigException) {
            surroundings.complain(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_CONFIGURATION;
        }
        LOG.error("an internal error", e);
        surroundings.complain("internal error: " + e);
        return ExitCode.FAILED;
    }
}
