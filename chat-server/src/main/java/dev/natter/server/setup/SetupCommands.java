package dev.natter.server.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.server.config.Version;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The words behind {@code natter} that start no server. */
@Command(
        name = "natter",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage"})
public final class SetupCommands {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private static final Set<String> WORDS = Set.of("hash-password", "cert");

    private SetupCommands() {}

    public static boolean has(String word) {
        return WORDS.contains(word);
    }

    /** Does what the arguments ask for, of which the first is the word. Returns the exit code. */
    public static int execute(PasswordInput input, PrintStream out, PrintStream err, String... arguments) {
        return new CommandLine(new SetupCommands())
                .addSubcommand(new HashPasswordCommand(input, out))
                .addSubcommand(new CertCommand(out))
                .setOut(new PrintWriter(out, true, UTF_8))
                .setErr(new PrintWriter(err, true, UTF_8))
                .setParameterExceptionHandler((e, args) -> {
                    String name = e.getCommandLine().getCommandSpec().qualifiedName();
                    return complain(err, String.valueOf(e.getMessage()) + "; see " + name + " --help", WRONG_USAGE);
                })
                .setExecutionExceptionHandler((e, commandLine, result) ->
                        complain(err, e instanceof SetupException ? String.valueOf(e.getMessage()) : "" + e, FAILED))
                .execute(arguments);
    }

    private static int complain(PrintStream err, String sentence, int exitCode) {
        err.println("natter: " + uncapitalized(sentence.lines().findFirst().orElse("")));
        return exitCode;
    }

    /** picocli's own sentences begin with a capital. */
    private static String uncapitalized(String sentence) {
        return sentence.matches("\\p{Lu}\\p{Ll}.*")
                ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1)
                : sentence;
    }
}
