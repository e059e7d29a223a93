package dev.natter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a {@link TerminalUnderTest} is to be: its size, its kind, and the environment of the program in it, which has
 * nothing of this process' own but {@code PATH}.
 */
public final class TerminalSetup {
    /** As many lines as any test may want to scroll back to. */
    private static final String HISTORY = "100000";

    private final int columns;
    private final int rows;
    private final Map<String, String> environment = new TreeMap<>();
    private String term = "tmux-256color";
    private Patience patience = Patience.WITH_PROGRAMS;

    private TerminalSetup(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        environment.put("LANG", "C.UTF-8");
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("SHELL", "/bin/sh");
    }

    /** A terminal of this size, in UTF-8. */
    public static TerminalSetup sized(int columns, int rows) {
        return new TerminalSetup(columns, rows);
    }

    /**
     * What the program finds as {@code TERM}; {@code tmux-256color} unless told. What tmux understands stays the same.
     *
     * @param name such as {@code screen} or {@code dumb}
     */
    public TerminalSetup term(String name) {
        term = name;
        return this;
    }

    /**
     * A variable of the program's environment. {@code HOME} is an empty folder of the terminal's own unless told, which
     * is gone with it; {@code LANG} is {@code C.UTF-8}; others there are none.
     */
    public TerminalSetup variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    TerminalSetup patience(Duration atMost) {
        patience = new Patience(atMost);
        return this;
    }

    /**
     * Opens the terminal and starts a program in it.
     *
     * @param words the program, looked for along {@code PATH}, and its arguments
     */
    public TerminalUnderTest runs(String... words) {
        return runs(List.of(words));
    }

    /** The same. Where there is no tmux the test ends here, as {@link RealClient#orSkip} says. */
    public TerminalUnderTest runs(List<String> words) {
        Path tmux = RealClient.orSkip("tmux").path();
        try {
            TemporaryFolder folder = TemporaryFolder.create("natter-terminal");
            Path home = Files.createDirectory(folder.path().resolve("home"));
            ProcessBuilder builder = new ProcessBuilder(
                            commandLine(tmux, folder.path().resolve("tmux"), words))
                    .directory(home.toFile())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().put("HOME", home.toString());
            builder.environment().putAll(environment);
            return TerminalUnderTest.open(new Tmux(builder.start()), folder, patience);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words, e);
        }
    }

    /** A server of its own, at a socket of its own, without anybody's configuration. */
    private List<String> commandLine(Path tmux, Path socket, List<String> program) {
        List<String> line = new ArrayList<>(List.of(tmux.toString(), "-u", "-C", "-f", "/dev/null"));
        line.addAll(List.of("-S", socket.toString()));
        // It ends when its client does, hence when this process does, however that ends; and the program gets a SIGHUP.
        line.addAll(List.of("set", "-s", "exit-unattached", "on", ";"));
        line.addAll(List.of("set", "-g", "default-terminal", term, ";"));
        line.addAll(List.of("set", "-g", "history-limit", HISTORY, ";"));
        line.addAll(List.of("set", "-g", "status", "off", ";"));
        line.addAll(List.of("new-session", "-x", String.valueOf(columns), "-y", String.valueOf(rows)));
        line.add("--");
        TerminalProgram.commandLine(program).forEach(word -> line.add(withoutSeparator(word)));
        return line;
    }

    /** To tmux a semicolon at the end of a word separates commands. */
    private static String withoutSeparator(String word) {
        return word.endsWith(";") ? word.substring(0, word.length() - 1) + "\\;" : word;
    }
}
