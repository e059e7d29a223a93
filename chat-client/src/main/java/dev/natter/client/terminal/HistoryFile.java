package dev.natter.client.terminal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where what was typed is kept from one session to the next, for its owner's eyes alone. */
public final class HistoryFile {

    private final Path path;

    private HistoryFile(Path path) {
        this.path = path;
    }

    /** {@code $XDG_STATE_HOME/natter/history}, else under {@code ~/.local/state}; null without a home. */
    public static @Nullable HistoryFile in(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        // A relative path is to be ignored, says the XDG specification.
        if (!state.isEmpty() && Path.of(state).isAbsolute()) {
            return new HistoryFile(Path.of(state, "natter", "history"));
        }
        return home.isEmpty() ? null : new HistoryFile(Path.of(home, ".local", "state", "natter", "history"));
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The file, made if need be.
     *
     * @throws IOException if it cannot be written
     */
    public Path make() throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(path.getParent(), posix ? only("rwx------") : new FileAttribute<?>[0]);
        try {
            Files.createFile(path, posix ? only("rw-------") : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isWritable(path)) {
                throw new IOException(path + " is not writable", e);
            }
        }
        return path;
    }

    private static FileAttribute<?>[] only(String permissions) {
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
