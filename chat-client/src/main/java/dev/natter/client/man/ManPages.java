package dev.natter.client.man;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.natter.client.cli.NatterCommand;
import dev.natter.client.cli.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** Run by the build: writes the man page of each command. */
public final class ManPages {

    private ManPages() {}

    /**
     * Writes them.
     *
     * @param args the folder, the version of the program, and the time as of which it is built, as in 2026-01-31T00:00:00Z
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Surroundings nowhere =
                new Surroundings(InputStream.nullInputStream(), System.out, System.err, Map.of(), false, false, false);
        write(folder, NatterCommand.commandLine(nowhere), args[1], args[2].replaceFirst("T.*", ""));
    }

    private static void write(Path folder, CommandLine command, String version, String date) throws IOException {
        Path file = folder.resolve(ManPage.name(command.getCommandSpec()) + ".1");
        Files.writeString(file, new ManPage(command.getCommandSpec(), version, date).toString(), US_ASCII);
        for (CommandLine subcommand : command.getSubcommands().values()) {
            write(folder, subcommand, version, date);
        }
    }
}
