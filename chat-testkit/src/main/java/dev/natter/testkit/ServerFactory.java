package dev.natter.testkit;

import java.nio.file.Path;
import java.util.List;

/** Starts a server for one transcript. */
@FunctionalInterface
public interface ServerFactory {
    /**
     * Starts a server of its own, on free ports, and returns when it can be connected to.
     *
     * @param options words of the server's command line that the transcript asks for; neither {@code --port} nor {@code
     *     --bind}, unless the transcript says so
     * @param folder an empty folder, but for the transcript's files, that is deleted afterwards
     * @throws Exception where it cannot be started, which fails the test
     */
    ServerUnderTest start(List<String> options, Path folder) throws Exception;
}
