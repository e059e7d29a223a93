package dev.natter.client.cli;

import java.io.IOException;
import java.nio.file.Path;

/** What the process was started with as its standard input. */
final class StandardInput {

    private static final Path LINUX = Path.of("/proc/self/fd/0");

    private StandardInput() {}

    /**
     * Whether there is one. Where it was closed its number goes to the first file that Java opens, one of its own, which
     * would be read as what somebody said. Only Linux tells.
     */
    static boolean isOpen() {
        try {
            Path java = Path.of(System.getProperty("java.home")).toRealPath();
            return !LINUX.toRealPath().startsWith(java);
        } catch (IOException e) {
            return true; // not Linux, or nothing that has a path: a pipe, a socket
        }
    }
}
