package dev.natter.server.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that was not there before. */
final class NewFile {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private NewFile() {}

    /**
     * Writes a file; if that fails it is not left there.
     *
     * @param permissions its mode, such as {@code rw-------}; it never has more than that
     * @throws SetupException if there is such a file already, or it cannot be written
     */
    static void write(Path file, String content, String permissions) {
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(file, NEW, mode(file, permissions)))) {
            writeOrDelete(out, content, file);
        } catch (FileAlreadyExistsException e) {
            throw new SetupException(file + " is there already, and is not overwritten");
        } catch (NoSuchFileException e) {
            throw new SetupException(file + " cannot be written: there is no such folder");
        } catch (IOException e) {
            throw new SetupException(file + " cannot be written: " + e.getMessage());
        }
    }

    private static void writeOrDelete(OutputStream out, String content, Path file) throws IOException {
        try {
            out.write(content.getBytes(UTF_8));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static FileAttribute<?>[] mode(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
