package dev.natter.client.terminal;

import java.io.IOException;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** Ctrl-Z: back to the shell, until {@code fg}. The line editor takes the key away from the terminal, and Java knows no signals. */
final class Suspension {

    private static final String NAME = "suspend";

    private final LineReader reader;
    private final Attributes outside;

    private Suspension(LineReader reader) {
        this.reader = reader;
        this.outside = reader.getTerminal().getAttributes();
    }

    /** To be called while the terminal is still as the shell has it. */
    static void bindTo(LineReader reader) {
        Suspension suspension = new Suspension(reader);
        reader.getWidgets().put(NAME, suspension::suspend);
        Keys.emacs(reader).bind(new Reference(NAME), KeyMap.ctrl('Z'));
    }

    private boolean suspend() {
        Terminal terminal = reader.getTerminal();
        Attributes inside = terminal.getAttributes();
        terminal.setAttributes(outside);
        terminal.writer().println();
        terminal.flush();
        try {
            // Returns when somebody has let this process go on.
            new ProcessBuilder(
                            "kill",
                            "-TSTP",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // There is no such thing here; so nothing happens.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.setAttributes(inside);
        reader.callWidget(LineReader.REDRAW_LINE);
        return true;
    }
}
