package dev.natter.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Secrets come from a file or the environment, never from an argument, which every user of the machine can see. */
final class Secrets {

    /** Together with OPER and a blank this is the longest line. */
    private static final int MAX_BYTES = 8187;

    private static final String IN_ENVIRONMENT = "NATTER_OPERATOR_PASSWORD";

    private Secrets() {}

    /**
     * The operator password, if there is one.
     *
     * @param weak whether the file is only named in the settings file, which the environment overrules
     */
    static @Nullable String operatorPassword(@Nullable Path file, boolean weak, Map<String, String> environment) {
        String inEnvironment = environment.getOrDefault(IN_ENVIRONMENT, "");
        if (!inEnvironment.isEmpty() && (file == null || weak)) {
            return checked(IN_ENVIRONMENT, inEnvironment);
        }
        if (file == null) {
            return null;
        }
        String setting = "--operator-password-file " + file;
        String password = TextFile.content("--operator-password-file", file).replaceFirst("\r?\n\\z", "");
        if (password.isEmpty()) {
            throw new ConfigException(setting + ": it is empty; expected a password");
        }
        return checked(setting, password);
    }

    /** What could never be typed behind OPER would lock the operator out without a word. */
    private static String checked(String setting, String password) {
        if (password.contains("\n") || password.startsWith(" ") || password.startsWith("\t")) {
            throw new ConfigException(setting + ": expected one line that does not begin with a blank");
        }
        if (password.getBytes(UTF_8).length > MAX_BYTES) {
            throw new ConfigException(setting + ": expected at most " + MAX_BYTES + " bytes");
        }
        return password;
    }
}
