package dev.natter.server.setup;

import dev.natter.server.password.Argon2Hash;
import dev.natter.server.password.Typeable;
import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine.Command;

/** Makes of a password what may stand in the server's password file. */
@Command(
        name = "hash-password",
        description = {
            "Writes a hash of a password to standard output, for the file that natter server --operator-password-file"
                    + " names: whoever reads the hash does not know the password.",
            "",
            "The password is typed twice, unseen; or it is standard input, up to the last line end, if that is no terminal.",
            ""
        })
final class HashPasswordCommand implements Runnable {

    private final PasswordInput input;
    private final PrintStream out;

    HashPasswordCommand(PasswordInput input, PrintStream out) {
        this.input = input;
        this.out = out;
    }

    @Override
    public void run() {
        String password = read();
        if (password.isEmpty()) {
            throw new SetupException("the password is empty");
        }
        try {
            Typeable.checked(password);
        } catch (IllegalArgumentException e) {
            throw new SetupException("the password could not be typed behind OPER: " + e.getMessage());
        }
        out.println(Argon2Hash.hash(password).toPhc());
    }

    private String read() {
        try {
            return input.read();
        } catch (IOException e) {
            throw new SetupException("the password cannot be read: " + e.getMessage());
        }
    }
}
