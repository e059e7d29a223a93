package dev.natter.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.server.ServerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A command line together with an environment and files, as a test makes them up. */
final class Reading {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter shown = new StringWriter();

    Reading(Path folder) {
        this.folder = folder;
    }

    Reading withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Names a settings file with these lines in the environment, so that command lines stay as they are. */
    Reading withFile(String... lines) {
        return withEnvironment(
                "NATTER_CONFIG", file("natter.conf", String.join("\n", lines)).toString());
    }

    /** Makes a file. */
    Path file(String name, String content) {
        return file(name, content, StandardCharsets.UTF_8);
    }

    Path file(String name, String content, Charset charset) {
        try {
            return Files.writeString(folder.resolve(name), content, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Launch read(String... args) {
        return reader().read(args).orElseThrow();
    }

    ServerConfig config(String... args) {
        return read(args).config();
    }

    /** What is shown instead of a start. */
    String shows(String... args) {
        assertThat(reader().read(args)).isEmpty();
        return shown.toString();
    }

    /** Exit code 2. */
    void isWrongUsage(String sentence, String... args) {
        assertThatThrownBy(() -> read(args)).isInstanceOf(UsageException.class).hasMessage(sentence + "; see --help");
    }

    /** Exit code 78. */
    void isWrongConfig(String sentence, String... args) {
        assertThatThrownBy(() -> read(args)).isInstanceOf(ConfigException.class).hasMessage(sentence);
    }

    private CommandLineReader reader() {
        return new CommandLineReader(environment, new PrintWriter(shown, true));
    }
}
