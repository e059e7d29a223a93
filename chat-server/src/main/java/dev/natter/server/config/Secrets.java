package dev.natter.server.config;

import dev.natter.server.password.Password;
import dev.natter.server.password.Typeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Secrets come from a file or the environment, never from an argument, which every user of the machine can see. */
final class Secrets {

    private static final String IN_ENVIRONMENT = "NATTER_OPERATOR_PASSWORD";

    private static final Set<PosixFilePermission> READ_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private Secrets() {}

    /**
     * The operator password, if there is one.
     *
     * @param weak whether the file is only named in the settings file, which the environment overrules
     * @param warnings is told of a password that others can read
     */
    static @Nullable Password operatorPassword(
            @Nullable Path file, boolean weak, Map<String, String> environment, Consumer<String> warnings) {
        String inEnvironment = environment.getOrDefault(IN_ENVIRONMENT, "");
        if (!inEnvironment.isEmpty() && (file == null || weak)) {
            return password(IN_ENVIRONMENT, inEnvironment);
        }
        if (file == null) {
            return null;
        }
        String setting = "--operator-password-file " + file;
        String content = TextFile.content("--operator-password-file", file).replaceFirst("\r?\n\\z", "");
        if (content.isEmpty()) {
            throw new ConfigException(setting + ": it is empty; expected a password");
        }
        Password password = password(setting, content);
        if (password.isPlain() && canBeReadByOthers(file)) {
            warnings.accept(setting + ": others can read the password there; chmod 600 the file"
                    + ", or put a hash there, which natter hash-password makes");
        }
        return password;
    }

    private static Password password(String setting, String content) {
        try {
            return Password.of(Typeable.checked(content));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(setting + ": " + e.getMessage());
        }
    }

    private static boolean canBeReadByOthers(Path file) {
        try {
            return !Collections.disjoint(Files.getPosixFilePermissions(file), READ_BY_OTHERS);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // there is no telling
        }
    }
}
