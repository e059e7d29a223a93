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
            return new Typed(terminal.get(), System.err).read();
        }
        if (StandardInput.isTerminal()) {
            throw new IOException("without stty everybody would see it; it can be piped in");
        }
        return new Piped(StandardInput.stream()).read();
    }

    /** Typed twice: nobody sees what they type. */
    record Typed(Keyboard keyboard, PrintStream err) implements PasswordInput {

        @Override
        public String read() throws IOException {
            keyboard.hide(); // before anybody is asked: a quick typist would be seen otherwise
            try {
                String password = ask("Password: ");
                if (!password.isEmpty() && !password.equals(ask("Again: "))) {
                    throw new IOException("the second one was not the same");
                }
                return password;
            } finally {
                keyboard.show();
            }
        }

        private String ask(String prompt) throws IOException {
            err.print(prompt);
            err.flush();
            try {
                return keyboard.readLine();
            } finally {
                err.println();
            }
        }
    }

    /** Where somebody types. */
    interface Keyboard {

        /** From now on what is typed is not shown. */
        void hide() throws IOException;

        /** From now on it is again. */
        void show();

        String readLine() throws IOException;
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
