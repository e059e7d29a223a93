package dev.natter.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file that a setting names. */
final class TextFile {

    private TextFile() {}

    static String content(String setting, Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new ConfigException(
                    setting + " " + file + ": cannot be read; expected a text file (" + reason(e) + ")");
        }
    }

    static List<String> lines(String setting, Path file) {
        return content(setting, file).lines().toList();
    }

    private static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "there is no such file";
            case "AccessDeniedException" -> "permission denied";
            case "MalformedInputException" -> "it is not UTF-8";
            default -> String.valueOf(e.getMessage());
        };
    }
}
