package dev.natter.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Unix socket for the operator: whoever may open the file is one, and only the server's own user may. */
final class AdminSocket {

    private static final Logger LOG = LoggerFactory.getLogger(AdminSocket.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    /** The part of a file's mode that tells its type, and what it is for a socket (POSIX, sys/stat.h). */
    private static final int FILE_TYPE = 0170000;

    private static final int SOCKET = 0140000;

    /** In bytes. A sockaddr_un holds 107 on Linux, of which the place where the socket is made needs some more. */
    private static final int MAX_PATH = 100;

    private static final int NAMES = 36 * 36 * 36 * 36;

    private AdminSocket() {}

    /**
     * Listens on a path, taking the place of a socket that a dead server left there.
     *
     * @throws CannotListenException if the path is taken by something else, or cannot be had
     */
    static Channel open(ServerBootstrap bootstrap, Transport transport, Path path) throws CannotListenException {
        if (path.toString().getBytes(UTF_8).length > MAX_PATH) {
            throw new CannotListenException(
                    "cannot listen on " + path + ": a Unix socket's path has at most " + MAX_PATH + " bytes");
        }
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                checkAbandoned(path);
            }
            return bind(bootstrap, transport, path);
        } catch (IOException | UnsupportedOperationException e) {
            throw new CannotListenException(path.toString(), e);
        }
    }

    /**
     * A socket comes into the world with the permissions that the umask leaves. So it is made in a folder that nobody
     * else can enter, and only moved to its place once its own permissions are right.
     */
    private static Channel bind(ServerBootstrap bootstrap, Transport transport, Path path)
            throws IOException, CannotListenException {
        String name = "." + Integer.toString(ThreadLocalRandom.current().nextInt(NAMES), Character.MAX_RADIX);
        Path folder = Files.createDirectory(
                path.resolveSibling(name), PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
        Path birthplace = folder.resolve("s");
        try {
            ChannelFuture bound =
                    bootstrap.bind(transport.unixAddress(birthplace)).awaitUninterruptibly();
            if (!bound.isSuccess()) {
                throw new CannotListenException(path.toString(), bound.cause());
            }
            takeItsPlace(bound.channel(), birthplace, path);
            return bound.channel();
        } finally {
            Files.deleteIfExists(birthplace);
            Files.deleteIfExists(folder);
        }
    }

    private static void takeItsPlace(Channel socket, Path birthplace, Path path) throws IOException {
        try {
            Files.setPosixFilePermissions(birthplace, OWNER_ONLY);
            Files.move(birthplace, path, StandardCopyOption.REPLACE_EXISTING);
            Object identity = identity(path);
            socket.closeFuture().addListener(closed -> remove(path, identity));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void checkAbandoned(Path path) throws IOException, CannotListenException {
        int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        if ((mode & FILE_TYPE) != SOCKET) {
            throw new CannotListenException("cannot listen on " + path + ": there is a file that is no socket");
        }
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            throw new CannotListenException(
                    "cannot listen on " + path + ": a server is listening there (" + probe.getRemoteAddress() + ")");
        } catch (ConnectException refused) {
            LOG.debug("{} was left by a server that is gone", path);
        }
    }

    /** Removes the socket, unless another server has put its own in its place. */
    private static void remove(Path path, Object identity) {
        try {
            if (identity.equals(identity(path))) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.debug("the admin socket {} is gone already", path);
        }
    }

    private static Object identity(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        return key == null ? path : key;
    }
}
