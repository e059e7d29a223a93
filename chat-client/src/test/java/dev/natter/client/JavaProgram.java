package dev.natter.client;

import dev.natter.server.ChatServerMain;
import dev.natter.testkit.TerminalSetup;
import dev.natter.testkit.TerminalUnderTest;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The programs as users start them, in a JVM of their own, with the classes that are tested. */
public final class JavaProgram {

    /** As in the launcher: these should start at once more than run fast for long. */
    private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** Java looks for the home in the system's list of users, where a test must not leave anything. */
    private static final List<String> AT_HOME = List.of("sh", "-c", "exec \"$0\" -Duser.home=\"$HOME\" \"$@\"");

    private JavaProgram() {}

    /** {@code natter} in a terminal. */
    public static TerminalUnderTest natterIn(TerminalSetup terminal, String... arguments) {
        List<String> words = new ArrayList<>(AT_HOME);
        words.addAll(commandLine(ChatClientMain.class, ChatServerMain.class, List.of(arguments)));
        return terminal.runs(words);
    }

    /** What starts a server. */
    static List<String> server(List<String> options) {
        return commandLine(ChatServerMain.class, ChatClientMain.class, options);
    }

    /** @param other the program that this one knows nothing of, neither its classes nor how it configures the log */
    private static List<String> commandLine(Class<?> main, Class<?> other, List<String> arguments) {
        List<Path> without = List.of(placeOf(other), placeOf(JavaProgram.class));
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !without.contains(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(QUICK);
        words.addAll(List.of("-cp", classPath, main.getName()));
        words.addAll(arguments);
        return words;
    }

    /** The folder or jar on the class path. */
    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
