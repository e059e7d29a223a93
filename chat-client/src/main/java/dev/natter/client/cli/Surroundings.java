package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.format.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program finds itself in. Tests bring their own.
 *
 * @param in standard input, in UTF-8
 * @param out standard output, which takes UTF-8
 * @param err standard error, which takes UTF-8
 * @param terminalIn whether standard input is a terminal
 * @param terminalOut whether standard output is a terminal
 * @param terminalErr whether standard error is a terminal
 */
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean terminalIn,
        boolean terminalOut,
        boolean terminalErr) {

    /** The process' own. In UTF-8 whatever the locale: a chat in the C locale would be full of question marks. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                StandardInput.isOpen() ? System.in : InputStream.nullInputStream(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                System.getenv(),
                Terminal.isStandardInput(),
                Terminal.isStandardOutput(),
                Terminal.isStandardError());
    }

    /** A variable of the environment; null if it is not set, or set to nothing. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Tells the user what went wrong, in one sentence. What others have said may be in it. */
    void complain(String sentence) {
        err.println("natter: " + SafeText.of(sentence));
    }
}
