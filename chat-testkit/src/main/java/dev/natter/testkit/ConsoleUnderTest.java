package dev.natter.testkit;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The terminal of a server under test: give the server {@link #keyboard()} for its standard input and {@link #screen()}
 * for its standard output, and transcripts can type and read there. It keeps all that is shown, from the start, until a
 * transcript asks.
 */
public final class ConsoleUnderTest implements AutoCloseable {
    private final BytePipe keyboard = new BytePipe();
    private final BytePipe screen = new BytePipe();
    private final InputStream typed = keyboard.reader();

    /**
     * For the server to read, one thread at a time. Reading waits until something is typed, or the console is closed.
     */
    public InputStream keyboard() {
        return typed;
    }

    /** For the server to write, from any thread. Writing never waits. */
    public OutputStream screen() {
        return screen;
    }

    /** The end of the keyboard's input (Ctrl-D), so that a thread of the server's that waits for it can go. */
    @Override
    public void close() {
        keyboard.close();
    }

    Dialogue dialogue(Duration patience) {
        return new Dialogue("console", new StreamWire(keyboard, screen), patience);
    }
}
