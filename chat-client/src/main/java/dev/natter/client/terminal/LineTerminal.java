package dev.natter.client.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.client.chat.Keyboard;
import dev.natter.client.view.Display;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** A terminal with a line editor: what is typed stays whole at the bottom while lines are drawn above it. */
public final class LineTerminal implements Keyboard, Display, AutoCloseable {

    private static final int HISTORY = 2000;

    /** Cursor keys and keypad as a shell has them: DECCKM off, DECKPNM. */
    private static final String KEYPAD_LOCAL = "\u001b[?1l\u001b>";

    /** Where the terminal does not say. */
    private static final int USUAL_ROWS = 24;

    static {
        // Before JLine looks: box-drawing characters are characters like others where there is UTF-8.
        System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
        // JLine asks the terminal how wide it draws emoji. What it answers later than this would stand in the line as
        // if typed.
        System.setProperty(TerminalBuilder.PROP_PROBE_TIMEOUT, "2000");
    }

    /** What JLine has to say would stand in the middle of the chat. Kept, or it would be forgotten. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final LineReaderImpl reader;
    private final FoldedPastes pastes = new FoldedPastes();
    private volatile String prompt = "";
    private boolean inUse;
    private volatile boolean reading;

    private LineTerminal(Terminal terminal, @Nullable Path history, Completer completer) {
        this.terminal = terminal;
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("natter")
                // A chat is no shell: quotes, backslashes and exclamation marks are what they are.
                .parser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]))
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.COMPLETE_MATCHER_TYPO, false)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.INSERT_TAB, false)
                // What was typed is shown again when it is said, in its place among what others say.
                .option(Option.ERASE_LINE_ON_FINISH, true)
                .variable(LineReader.BELL_STYLE, "none")
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "")
                .variable(LineReader.HISTORY_SIZE, HISTORY)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY)
                .completer(completer);
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        this.reader = (LineReaderImpl) builder.build();
        reader.getWidgets().put(LineReader.BEGIN_PASTE, () -> {
            int start = reader.getBuffer().cursor();
            reader.beginPaste();
            pastes.fold(reader.getBuffer(), start);
            return true;
        });
        // The prompt may have changed since this line was asked for.
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            reader.setPrompt(prompt);
            return true;
        });
        Keys.change(reader);
        Suspension.bindTo(reader);
    }

    /**
     * Takes hold of the terminal that the program was started on.
     *
     * @param history where to keep what was typed; null for nowhere
     */
    public static LineTerminal open(@Nullable Path history, Completer completer) throws IOException {
        JLINE.setLevel(Level.OFF);
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .encoding(UTF_8)
                    .build();
            LineTerminal opened = new LineTerminal(terminal, history, completer);
            Runtime.getRuntime().addShutdownHook(new Thread(opened::leaveInAHurry, "natter-terminal"));
            return opened;
        } catch (IllegalStateException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A signal ends the program while somebody types: JLine gives the line back to the terminal then, but not its modes. */
    private void leaveInAHurry() {
        if (reading) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
            out.print(LineReaderImpl.BRACKETED_PASTE_OFF + KEYPAD_LOCAL + "\n");
        }
    }

    /** How many colours it has. */
    public int colours() {
        Integer colours = terminal.getNumericCapability(Capability.max_colors);
        return colours == null ? 0 : colours;
    }

    @Override
    public Entry next() {
        if (!inUse) {
            // Between two lines, when nobody reads, Ctrl-C is not to end the program; before the first it is.
            terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
            inUse = true;
        }
        reading = true;
        try {
            String typed = reader.readLine(prompt, null, new PasswordMask(pastes), null);
            return new Entry.Text(pastes.unfold(typed));
        } catch (UserInterruptException e) {
            // The exception tells of a line only where Ctrl-C is a key rather than a signal.
            pastes.clear();
            return new Entry.Interrupt(reader.getBuffer().length() > 0);
        } catch (EndOfFileException e) {
            return new Entry.End();
        } finally {
            reading = false;
        }
    }

    /** Shows another prompt, at once if somebody is typing. Any thread. */
    public void prompt(String text) {
        // A percent sign begins a pattern.
        prompt = text.replace("%", "%%");
        reader.setPrompt(prompt);
        // If nobody is typing, the next line begins with it.
        isDoneWhileReading(LineReader.REDISPLAY);
    }

    @Override
    public void draw(List<AttributedString> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.toAnsi(terminal)).append('\n'));
        reader.printAbove(text.toString());
    }

    @Override
    public void ring() {
        terminal.puts(Capability.bell);
        terminal.flush();
    }

    /** Clears the screen. Any thread. */
    public void clear() {
        if (!isDoneWhileReading(LineReader.CLEAR_SCREEN)) {
            terminal.puts(Capability.clear_screen);
            terminal.flush();
        }
    }

    /** Has the editor do something to what is being typed. Returns whether somebody is typing. */
    private boolean isDoneWhileReading(String widget) {
        try {
            reader.callWidget(widget);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public int columns() {
        return Math.max(0, terminal.getColumns());
    }

    @Override
    public int rows() {
        int rows = terminal.getRows();
        return rows > 0 ? rows : USUAL_ROWS;
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
