package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testkit.RealClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real shells are asked what they offer. */
class CompletionTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFavourites() throws Exception {
        Path file = Files.createDirectory(folder.resolve("natter")).resolve("favourites.properties");
        Files.writeString(file, """
                # home.address = is.no.favourite
                work.address = a
                work.nick = alice
                  workshop.address: b
                zuhause.address c
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "natter se => send server",
                "./natter se => send server",
                "natter bench '' => throughput latency idle",
                "natter bench th => throughput",
                "natter chat '' => work workshop zuhause",
                "natter chat --nick alice wo => work workshop",
                "natter bench idle z => zuhause",
                "natter chat --n => --nick --no-color",
                "natter chat --nick '' => ''",
                "natter chat x => ''",
                "natter bench throughput --format '' => text json",
                "natter completion '' => bash zsh",
                "natter server --tls-cert '' => ''",
                "natter chat --tls-ca '' => ''",
            })
    void bashOffers(String words, String offered) throws Exception {
        List<String> arguments = Stream.of(words.split(" "))
                .map(word -> word.equals("''") ? "" : word)
                .collect(Collectors.toCollection(ArrayList::new));
        arguments.add(0, script("bash").toString());
        assertThat(asked("bash", arguments)).isEqualTo(offered.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "natter se => send server",
                "./natter bench th => throughput",
                "./natter chat wo => work workshop",
                "/opt/natter/natter chat --nick alice z => zuhause",
                "natter chat --n => --nick --no-color",
                "natter bench throughput --format t => text",
            })
    void zshOffers(String line, String offered) throws Exception {
        Path script = script("zsh");
        String start = "autoload -Uz compinit && compinit -u -D";
        String sourced = start + "; source " + script;
        String inFpath = "fpath=(" + script.getParent() + " $fpath); " + start;
        assertThat(asked("zsh", List.of(sourced, line))).isEqualTo(offered);
        assertThat(asked("zsh", List.of(inFpath, line))).isEqualTo(offered);
    }

    @Test
    void anotherShellIsRefused() throws Exception {
        CommandRun run = CommandRun.of("completion", "fish");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).singleElement().asString().contains("fish").endsWith("(see natter completion --help)");
    }

    private String asked(String shell, List<String> arguments) throws Exception {
        RealClient.orSkip(shell);
        List<String> words = new ArrayList<>(List.of("XDG_CONFIG_HOME=" + folder, "TERM=dumb", shell));
        if (shell.equals("zsh")) {
            words.add("-f");
        }
        words.add(Path.of(Objects.requireNonNull(getClass().getResource("/completion/ask." + shell))
                        .toURI())
                .toString());
        words.addAll(arguments);
        RealClient.Outcome outcome = RealClient.orSkip("env").runs(words, "");
        assertThat(outcome.errors()).isEmpty();
        return String.join(" ", outcome.lines());
    }

    private Path script(String shell) throws Exception {
        CommandRun run = CommandRun.of("completion", shell);
        assertThat(run.exitCode()).isZero();
        Path functions = folder.resolve("functions");
        Files.createDirectories(functions);
        return Files.write(functions.resolve("_natter"), run.output());
    }
}
