package dev.natter.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project beside its sources: the documents. */
public final class ProjectFiles {

    /** Where Maven says that this module is; elsewhere tests are run there. */
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private ProjectFiles() {}

    /**
     * Reads a file.
     *
     * @param path from the project's root
     */
    public static String read(String path) {
        try {
            return Files.readString(MODULE.resolveSibling(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
