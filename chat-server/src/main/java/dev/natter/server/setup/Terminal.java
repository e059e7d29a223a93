package dev.natter.server.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;

/**
 * The terminal that standard input is. The JDK's own {@code Console} is there only where standard output is a terminal too,
 * and that is what people redirect; so {@code stty} is asked.
 */
final class Terminal implements PasswordInput.Keyboard {

    private final String settings;
    private final Thread showing = new Thread(this::restore, "natter-stty");

    private Terminal(String settings) {
        this.settings = settings;
    }

    /** Empty if standard input is no terminal, or there is no {@code stty}. */
    static Optional<Terminal> ofStandardInput() {
        try {
            return Optional.of(new Terminal(stty("-g").strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void hide() throws IOException {
        Runtime.getRuntime().addShutdownHook(showing); // whoever presses Ctrl-C wants to see again, too
        stty("-echo");
    }

    @Override
    public void show() {
        restore();
        Runtime.getRuntime().removeShutdownHook(showing);
    }

    private void restore() {
        try {
            stty(settings);
        } catch (IOException e) {
            System.err.println("natter: the terminal may not show what is typed; stty sane helps");
        }
    }

    @Override
    public String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = System.in.read(); next != '\n'; next = System.in.read()) {
            if (next < 0) {
                throw new EOFException("the input has ended");
            }
            line.write(next);
        }
        return line.toString(UTF_8);
    }

    private static String stty(String argument) throws IOException {
        Process stty = new ProcessBuilder("stty", argument)
                .redirectInput(Redirect.INHERIT)
                .redirectError(Redirect.DISCARD)
                .start();
        String output = new String(stty.getInputStream().readAllBytes(), UTF_8);
        try {
            if (stty.waitFor() != 0) {
                throw new IOException("stty failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return output;
    }
}
