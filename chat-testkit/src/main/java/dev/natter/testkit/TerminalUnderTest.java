package dev.natter.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A program in a real terminal (that of tmux), typed to and read off the screen:
 *
 * <pre>{@code
 * try (TerminalUnderTest terminal = TerminalSetup.sized(80, 24).runs("natter", "chat")) {
 *     terminal.shows("Welcome").types("hello").presses("Enter").shows("hello");
 *     assertThat(terminal.presses("C-d").exitCode()).isZero();
 * }
 * }</pre>
 *
 * <p>A screen is never done. So whatever is expected of one is waited for, 15 s at most, and fails with all that is on it.
 * Belongs to one thread at a time.
 */
public final class TerminalUnderTest implements AutoCloseable {
    /** tmux types what it does not know as a key letter by letter; a slip must not go unnoticed. */
    private static final Pattern KEY =
            Pattern.compile("([CMS]-)*(\\S|Enter|Tab|BTab|Escape|Space|BSpace|Up|Down|Left|Right"
                    + "|Home|End|IC|DC|PageUp|PageDown|F\\d+)");

    private final Tmux tmux;
    private final TerminalProgram program;
    private final TemporaryFolder folder;
    private final Patience patience;
    private boolean closed;

    /**
     * Where the next character goes.
     *
     * @param column from 0
     * @param row from 0
     */
    public record Cursor(int column, int row) {}

    private TerminalUnderTest(Tmux tmux, TemporaryFolder folder, Patience patience) {
        this.tmux = tmux;
        this.folder = folder;
        this.patience = patience;
        program = new TerminalProgram(tmux);
    }

    /**
     * The terminal that a tmux is.
     *
     * @param folder is deleted in the end
     * @throws AssertionError if tmux does not start; nothing is left of it then
     */
    static TerminalUnderTest open(Tmux tmux, TemporaryFolder folder, Patience patience) {
        try {
            return new TerminalUnderTest(tmux, folder, patience);
        } catch (AssertionError e) {
            tmux.close();
            folder.close();
            throw e;
        }
    }

    /** Types this text as it stands; a line end in it is LF, which is Ctrl-J and not the key Enter. */
    public TerminalUnderTest types(String text) {
        List<String> words = new ArrayList<>(List.of("send-keys", "-H"));
        for (byte b : text.getBytes(UTF_8)) {
            words.add(HexFormat.of().toHexDigits(b));
        }
        tmux.run(words.toArray(String[]::new));
        return this;
    }

    /**
     * Presses keys, one after the other.
     *
     * @param keys as tmux calls them: {@code Enter}, {@code Up}, {@code C-c} (Ctrl-C), {@code M-b} (Alt-B), {@code x}
     */
    public TerminalUnderTest presses(String... keys) {
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("\"" + key + "\" is no key");
            }
            tmux.run("send-keys", key);
        }
        return this;
    }

    /**
     * Sends the program a signal, and not to its children.
     *
     * @param name such as {@code TERM} or {@code STOP}
     */
    public TerminalUnderTest signals(String name) {
        program.signal(name);
        return this;
    }

    /** Pastes this, line ends and all, in brackets if the program has asked for them (bracketed paste). */
    public TerminalUnderTest pastes(String text) {
        try {
            Path file = Files.writeString(folder.path().resolve("clipboard"), text);
            tmux.run("load-buffer", file.toString());
            tmux.run("paste-buffer", "-p", "-r", "-d");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes its size, of which the program is told by a SIGWINCH. */
    public TerminalUnderTest resizes(int columns, int rows) {
        tmux.run("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
        return this;
    }

    /** The visible lines, as many as it has rows, without the blanks at their ends. */
    public List<String> screen() {
        return captured("capture-pane", "-p");
    }

    /** The same with the escape sequences that colour them, as tmux writes them. */
    public List<String> styledScreen() {
        return captured("capture-pane", "-p", "-e");
    }

    /** All lines from the beginning, those that have left the screen at the top too. */
    public List<String> scrollback() {
        return captured("capture-pane", "-p", "-S", "-");
    }

    private List<String> captured(String... command) {
        return tmux.run(command).stream().map(String::stripTrailing).toList();
    }

    public Cursor cursor() {
        String[] numbers = tmux.tells("#{cursor_x} #{cursor_y}").split(" ", -1);
        return new Cursor(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /** What the program has called the window. */
    public String title() {
        return tmux.tells("#{pane_title}");
    }

    /** All that the program has written so far, escape sequences included. */
    public String rawOutput() {
        return tmux.outputSoFar().text();
    }

    /** How often the program has rung the bell so far. */
    public int bells() {
        return tmux.outputSoFar().bells();
    }

    /** Whether the program still runs. */
    public boolean isAlive() {
        return program.exitCode().isEmpty();
    }

    /**
     * Waits for the program to end by itself, and for the screen to show all that it has written. As in a shell it is 128
     * and the signal where that has ended it.
     */
    public int exitCode() {
        patience.await("the program to end", () -> program.exitCode().isPresent(), this::describe);
        return program.exitCode().orElseThrow();
    }

    /** Waits for this text to be on the screen, within a line. */
    public TerminalUnderTest shows(String text) {
        return eventually("\"" + text + "\"", screen -> screen.stream().anyMatch(line -> line.contains(text)));
    }

    /**
     * Waits for a whole line like this to be on the screen.
     *
     * @param pattern as in {@link Expectation#of}: a star stands for anything, a backslash escapes
     */
    public TerminalUnderTest showsLine(String pattern) {
        return eventually("the line " + pattern, screen -> screen.stream().anyMatch(Expectation.of(pattern)::matches));
    }

    /**
     * Waits for the screen to be like this.
     *
     * @param expected in words, for the failure
     */
    public TerminalUnderTest eventually(String expected, Predicate<List<String>> condition) {
        patience.await(expected, () -> condition.test(screen()), this::describe);
        return this;
    }

    /** Waits for the screen to look as it is kept under this name: see {@link GoldenScreen}. */
    public TerminalUnderTest looksLike(String name) {
        GoldenScreen.of(name).awaits(this);
        return this;
    }

    /** Kills the program with its children, and ends the terminal. Does nothing the second time. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (folder;
                program) {
            // both, whatever becomes of the one
        }
    }

    private String describe() {
        Cursor cursor = cursor();
        return "the program "
                + program.exitCode().map(code -> "has ended (" + code + ")").orElse("runs")
                + ", the cursor is in column "
                + cursor.column() + " of row " + cursor.row() + " (from 0), and the screen is\n"
                + screen().stream().map(line -> "|" + line + "\n").collect(Collectors.joining());
    }
}
