package dev.natter.server.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the program's standard input is. */
public final class StandardInput {

    private static final Path LINUX = Path.of("/proc/self/fd/0");
    private static final Path STATUS = Path.of("/proc/self/stat");
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/.*|tty.*|console)");

    // Fields of STATUS behind the program's name; see proc(5).
    private static final int PROCESS_GROUP = 3;
    private static final int FOREGROUND_GROUP = 6;

    private StandardInput() {}

    /**
     * Whether somebody can type here. The JDK's own answer also depends on standard output, so Linux is asked first: for a
     * terminal, of which the program is in the foreground, since reading from the background would stop it.
     */
    public static boolean isTerminal() {
        try {
            return TERMINAL.matcher(Files.readSymbolicLink(LINUX).toString()).matches() && isInForeground();
        } catch (IOException | UnsupportedOperationException e) {
            return hasConsole();
        }
    }

    /**
     * What is typed. Nothing where the program was started without a standard input: the JVM's own files take its place
     * then.
     */
    public static InputStream stream() {
        try {
            boolean ofTheJvm = Files.readSymbolicLink(LINUX)
                    .startsWith(Path.of(System.getProperty("java.home")).toRealPath());
            return ofTheJvm ? InputStream.nullInputStream() : System.in;
        } catch (IOException | UnsupportedOperationException e) {
            return System.in;
        }
    }

    private static boolean isInForeground() throws IOException {
        String status = Files.readString(STATUS, ISO_8859_1);
        String[] fields = status.substring(status.lastIndexOf(')') + 1).split(" ", -1);
        return fields[PROCESS_GROUP].equals(fields[FOREGROUND_GROUP]);
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
