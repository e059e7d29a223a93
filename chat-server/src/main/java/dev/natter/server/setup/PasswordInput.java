package dev.natter.server.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.server.console.StandardInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Where a new password comes from. */
public interface PasswordInput {

    /**
     * The password, without a line end.
     *
     * @throws IOException if there is none; the message says why
     */
    String read() throws IOException;

    /** Whatever standard input is. Prompts go to standard error, since a password's hash goes to standard output. */
    static String readStandard() throws IOException {
        Optional<Terminal> terminal = Terminal.ofStandardInput();
        if (terminal.isPresent()) {
            return new Typed(terminal.get()::readHidden, System.err).read();
        }
        if (StandardInput.isTerminal()) {
            throw new IOException("without stty everybody would see it; it can be piped in");
        }
        return new Piped(StandardInput.stream()).read();
    }

    /** Typed twice: nobody sees what they type. */
    record Typed(HiddenLine line, PrintStream err) implements PasswordInput {

        /** A line that is not shown while it is typed. */
        interface HiddenLine {
            String read() throws IOException;
        }

        @Override
        public String read() throws IOException {
            String password = ask("Password: ");
            if (!password.isEmpty() && !password.equals(ask("Again: "))) {
                throw new IOException("the second one was not the same");
            }
            return password;
        }

        private String ask(String prompt) throws IOException {
            err.print(prompt);
            err.flush();
            try {
                return line.read();
            } finally {
                err.println();
            }
        }
    }

    /** All that a pipe or a file has. */
    record Piped(InputStream in) implements PasswordInput {

        /** More than any password has. */
        private static final int MAX_BYTES = 64 * 1024;

        @Override
        public String read() throws IOException {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(MAX_BYTES));
                return UTF_8.newDecoder().decode(bytes).toString().replaceFirst("\r?\n\\z", "");
            } catch (CharacterCodingException e) {
                throw new IOException("it is not UTF-8", e);
            }
        }
    }
}
