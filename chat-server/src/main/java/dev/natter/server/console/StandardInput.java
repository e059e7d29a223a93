package dev.natter.server.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the program's standard input is. */
public final class StandardInput {

    private static final Path LINUX = Path.of("/proc/self/fd/0");
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/.*|tty.*|console)");

    private StandardInput() {}

    /**
     * Whether somebody can type. The JDK's own answer also depends on standard output, and means something else from
     * JDK 22 on; so it is asked only where the system gives none.
     */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isTerminal() {
        try {
            return TERMINAL.matcher(Files.readSymbolicLink(LINUX).toString()).matches();
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
