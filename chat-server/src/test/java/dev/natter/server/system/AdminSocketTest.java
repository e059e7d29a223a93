package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.server.system.ServerProcess.Outcome;
import dev.natter.testkit.Telnet;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that the admin socket is: whoever can open it is an operator. */
class AdminSocketTest {

    private static final int UNAVAILABLE = 69;

    @TempDir
    private Path folder;

    @Test
    void onlyTheServersOwnUserMayOpenItAndItGoesWithTheServer() throws Exception {
        Path admin = folder.resolve("admin");
        try (InProcessServer server = InProcessServer.with("--admin-socket", admin.toString())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(admin)))
                    .isEqualTo("rw-------");
            anOperatorConnectsTo(admin);
            assertThat(folder).isDirectoryNotContaining(file -> !file.equals(admin));

            server.stop(null);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void oneThatADeadServerLeftIsReplaced() throws Exception {
        Path admin = folder.resolve("admin");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(admin))
                .close();
        assertThat(admin).exists();

        try (InProcessServer server = InProcessServer.with("--admin-socket", admin.toString())) {
            anOperatorConnectsTo(admin);

            server.stop(null);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void oneOfALivingServerIsNotTakenAway() throws Exception {
        Path admin = folder.resolve("admin");
        try (InProcessServer server = InProcessServer.with("--admin-socket", admin.toString())) {
            isRefused(admin);

            anOperatorConnectsTo(admin);
            server.stop(null);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void anOrdinaryFileIsNotTakenAway() throws Exception {
        Path file = Files.writeString(folder.resolve("precious"), "data");

        isRefused(file);

        assertThat(file).hasContent("data");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void norIsALinkToOne() throws Exception {
        Path file = Files.writeString(folder.resolve("precious"), "data");
        Path link = Files.createSymbolicLink(folder.resolve("admin"), file);

        isRefused(link);

        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(file).hasContent("data");
    }

    private static void anOperatorConnectsTo(Path admin) {
        try (Telnet operator = Telnet.connect("operator", UnixDomainSocketAddress.of(admin))) {
            operator.takesWelcome().sends("STATS").hears("[server] up * 1 connections, *");
        }
    }

    private static void isRefused(Path admin) throws Exception {
        try (ServerProcess server = ServerProcess.start("--port=0", "--admin-socket", admin.toString())) {
            Outcome outcome = server.ends();

            assertThat(outcome.err())
                    .singleElement()
                    .asString()
                    .startsWith("natter: ")
                    .contains(admin.toString());
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(UNAVAILABLE);
        }
    }
}
