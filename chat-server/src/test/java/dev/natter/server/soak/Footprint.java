package dev.natter.server.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process takes of the system, as Linux tells it.
 *
 * @param residentMb memory, in MiB
 * @param threads by name; without the compiler's, which the JVM starts and ends as it sees fit
 * @param sockets open ones; listening ones and those of connections
 * @param files open ones of all other kinds
 */
record Footprint(long residentMb, List<String> threads, long sockets, long files) {

    static Footprint of(long pid) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        List<String> open = open(process);
        long sockets = open.stream().filter(file -> file.startsWith("socket:")).count();
        return new Footprint(residentMb(process), threads(process), sockets, open.size() - sockets);
    }

    private static long residentMb(Path process) throws IOException {
        for (String line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS in " + process.resolve("status"));
    }

    private static List<String> threads(Path process) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path task : list(process.resolve("task"))) {
            try {
                names.add(Files.readString(task.resolve("comm")).strip());
            } catch (NoSuchFileException e) {
                // It has ended meanwhile.
            }
        }
        names.removeIf(name -> name.contains("Compiler"));
        return names.stream().sorted().toList();
    }

    private static List<String> open(Path process) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path descriptor : list(process.resolve("fd"))) {
            try {
                files.add(Files.readSymbolicLink(descriptor).toString());
            } catch (NoSuchFileException e) {
                // It has been closed meanwhile.
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    @Override
    public String toString() {
        return residentMb + " MiB, " + threads.size() + " threads, " + sockets + " sockets, " + files + " other files";
    }
}
