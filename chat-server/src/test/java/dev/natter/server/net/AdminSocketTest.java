package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AdminSocketTest {

    private static final int MAX_PATH = 100;

    @TempDir
    private Path folder;

    private @Nullable EventLoopGroup loops;

    @AfterEach
    void stop() {
        if (loops != null) {
            loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyItsOwnerMayUseIt(Transport transport) throws Exception {
        Channel open = open(transport, path());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThatSomebodyListens();
        assertThat(filesInTheFolder()).containsExactly("admin");
        open.close().sync();
        assertThat(filesInTheFolder()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPathIsNotTooLongOrRefused(Transport transport) throws Exception {
        int left = MAX_PATH - folder.toString().length() - 1;
        assumeTrue(left > 0);
        Path longest = folder.resolve("x".repeat(left));
        open(transport, longest);
        try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(longest))) {
            assertThat(connection.isConnected()).isTrue();
        }
        Path tooLong = folder.resolve("x".repeat(left + 1));
        assertThatThrownBy(() -> open(transport, tooLong))
                .isInstanceOf(CannotListenException.class)
                .hasMessage("cannot listen on " + tooLong + ": a Unix socket's path has at most 100 bytes");
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadServerLeftIsReplaced(Transport transport) throws Exception {
        leaveASocketBehind();
        open(transport, path());
        assertThatSomebodyListens();
    }

    @ParameterizedTest
    @EnumSource
    void aLivingServersIsNot(Transport transport) throws Exception {
        open(transport, path());
        assertThatThrownBy(() -> open(transport, path()))
                .isInstanceOf(CannotListenException.class)
                .hasMessageStartingWith("cannot listen on " + path() + ": a server is listening there");
        assertThatSomebodyListens();
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNoSocketIsLeftAlone(Transport transport) throws Exception {
        Files.writeString(path(), "precious");
        assertThatThrownBy(() -> open(transport, path()))
                .isInstanceOf(CannotListenException.class)
                .hasMessage("cannot listen on " + path() + ": there is a file that is no socket");
        assertThat(path()).hasContent("precious");
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatIsNotThereIsNamed(Transport transport) throws Exception {
        Path nowhere = folder.resolve("nowhere").resolve("admin");
        assertThatThrownBy(() -> open(transport, nowhere))
                .isInstanceOf(CannotListenException.class)
                .hasMessageStartingWith("cannot listen on " + nowhere + ": ");
        assertThat(filesInTheFolder()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherServersSocketInItsPlaceIsNotRemoved(Transport transport) throws Exception {
        Channel open = open(transport, path());
        Files.delete(path());
        Files.writeString(path(), "somebody else's");
        open.close().sync();
        assertThat(path()).exists();
    }

    private Path path() {
        return folder.resolve("admin");
    }

    private Channel open(Transport transport, Path path) throws CannotListenException {
        assumeTrue(transport != Transport.EPOLL || Epoll.isAvailable());
        if (loops == null) {
            loops = new MultiThreadIoEventLoopGroup(1, transport.ioHandler());
        }
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(transport.unixServerChannel())
                .childHandler(new Closing());
        return AdminSocket.open(bootstrap, transport, path);
    }

    private static final class Closing extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            channel.close();
        }
    }

    private void leaveASocketBehind() throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path()));
        }
        assertThat(path()).exists();
    }

    private void assertThatSomebodyListens() throws IOException {
        SocketChannel.open(UnixDomainSocketAddress.of(path())).close();
    }

    private List<String> filesInTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
