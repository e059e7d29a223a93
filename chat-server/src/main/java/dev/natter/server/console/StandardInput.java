package dev.natter.server.console;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the program's standard input is. */
public final class StandardInput {

    private static final Path LINUX = Path.of("/proc/self/fd/0");
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/.*|tty.*|console)");

    private StandardInput() {}

    /** Whether somebody can type. The JDK's own answer also depends on standard output, so Linux is asked first. */
    public static boolean isTerminal() {
        try {
            return TERMINAL.matcher(Files.readSymbolicLink(LINUX).toString()).matches();
        } catch (IOException | UnsupportedOperationException e) {
            return hasConsole();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // what null means from JDK 22 on is what this is about
    private static boolean hasConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // before JDK 22 there is only a console where there is a terminal
        }
    }
}
