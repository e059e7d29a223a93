package dev.natter.server.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** What a command that starts no server did. */
record SetupRun(int exitCode, List<String> out, List<String> err) {

    static SetupRun of(String... arguments) {
        return with(
                () -> {
                    throw new IOException("nobody is there");
                },
                arguments);
    }

    static SetupRun with(PasswordInput input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = SetupCommands.execute(
                input, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
        return new SetupRun(exitCode, lines(out), lines(err));
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).lines().toList();
    }
}
