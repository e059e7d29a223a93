package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.natter.testkit.Telnet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When no more files may be opened, those who are in go on talking, and those who wait come in once others have left. */
final class FileDescriptorsTest {

    private static final int MANY = 60;

    /** Fewer than those who come. */
    private static final int MORE_FILES = 20;

    private static final Pattern CANNOT_ACCEPT = Pattern.compile(".*WARN .*cannot accept connections .*");

    @Test
    void runningOutOfThemOnlyDelaysThoseWhoCome() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start("--port=0", "--bind=127.0.0.1", "--max-connections=0")) {
            InetSocketAddress address = server.address();
            try (Telnet alice = Telnet.connect("alice", address).takesWelcome().takesNick("alice")) {
                alice.sends("JOIN #table").hears("[server] you are in #table (1 online)");
                alice.sends("LEAVE #lobby").hears("[server] you are in #table (1 online)");
                assumeTrue(limitFiles(server), "needs Linux, with prlimit");
                for (int i = 0; i < MANY; i++) {
                    sockets.add(new Socket(address.getAddress(), address.getPort()));
                }
                server.logs(CANNOT_ACCEPT);
                alice.isQuiet();
                try (Telnet bob = Telnet.connect("bob", address)) {
                    alice.isQuiet();
                    for (Socket socket : sockets) {
                        socket.close();
                    }
                    bob.takesWelcome().takesNick("bob").sends("TELL alice hello");
                    alice.hears("[bob to you] hello").isQuiet();
                }
            }
            assertThat(server.terminate().ends().exitCode()).isZero();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static boolean limitFiles(ServerProcess server) throws InterruptedException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
            long limit = open.count() + MORE_FILES;
            return new ProcessBuilder("prlimit", "--pid", String.valueOf(server.pid()), "--nofile=" + limit)
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
