package dev.natter.client.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which standard streams are a terminal. Java itself only says whether both are (and from JDK 22 on not even that), where
 * {@code natter chat | tee log} has one of each; so Linux is asked first.
 */
final class Terminal {

    private Terminal() {}

    static boolean isStandardInput() {
        return isTerminal(0);
    }

    static boolean isStandardOutput() {
        return isTerminal(1);
    }

    static boolean isStandardError() {
        return isTerminal(2);
    }

    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (!Files.isSymbolicLink(link)) {
            return isConsole();
        }
        try {
            String device = Files.readSymbolicLink(link).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return isConsole();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // what null means from JDK 22 on is what this is about
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            // Before JDK 22 there is only a console where there is a terminal.
            return true;
        }
    }
}
