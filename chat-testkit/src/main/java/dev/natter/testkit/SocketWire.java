package dev.natter.testkit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A TCP or Unix domain socket that is read on the caller's thread, so that thousands of them need no thread each. For
 * the same reason a selector exists only while somebody waits: it would cost two more file descriptors per connection.
 * (A socket's read timeout would be simpler, but Unix domain sockets have none.)
 */
final class SocketWire implements Wire {
    /** 4 MiB: what a server had sent already, but not what it goes on sending for ever. */
    private static final int MOST_READS_AT_CLOSE = 512;

    private final SocketChannel channel;
    private final Duration patience;
    private final Incoming incoming = new Incoming();
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);
    /** A reset is reported by the system once, but has to be found by whoever reads next. */
    private @Nullable IOException reset;

    /** Null for plain text. */
    private @Nullable TlsLayer tls;

    private SocketWire(SocketChannel channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
    }

    static SocketWire connect(SocketAddress address, Duration patience, @Nullable ClientTls tls) throws IOException {
        boolean unix = address instanceof UnixDomainSocketAddress;
        SocketChannel channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        try {
            if (unix) {
                channel.connect(address);
            } else {
                channel.socket().connect(address, Math.toIntExact(patience.toMillis()));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            channel.configureBlocking(false);
            SocketWire wire = new SocketWire(channel, patience);
            return tls == null ? wire : tls.over(wire);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Everything from here on goes over TLS. */
    SocketWire over(TlsLayer layer) throws IOException {
        tls = layer;
        while (layer.isShakingHands()) {
            sendPlainly(layer.nextOfHandshake());
            if (layer.isStarving() && receive(patience) != Receipt.BYTES) {
                throw new IOException("the server does not go on with the TLS handshake");
            }
        }
        layer.decrypt(buffer.limit(0), incoming); // what came together with the last of the handshake
        return this;
    }

    @Override
    public Incoming incoming() {
        return incoming;
    }

    /**
     * Goes on reading while the server takes nothing: a server may stop reading the commands of whoever does not read
     * its replies, and the two would wait for each other for ever.
     */
    @Override
    public void send(byte[] bytes) throws IOException {
        sendPlainly(tls == null ? ByteBuffer.wrap(bytes) : tls.encrypt(ByteBuffer.wrap(bytes)));
    }

    private void sendPlainly(ByteBuffer toSend) throws IOException {
        while (toSend.hasRemaining()) {
            if (channel.write(toSend) > 0) {
                continue;
            }
            boolean more = reset == null && read() != Receipt.END;
            int operations = more ? SelectionKey.OP_WRITE | SelectionKey.OP_READ : SelectionKey.OP_WRITE;
            if (!isReady(operations, patience)) {
                throw new IOException("the server took nothing for " + patience.toMillis() + " ms");
            }
        }
    }

    @Override
    public Receipt receive(Duration atMost) throws IOException {
        if (reset != null) {
            throw reset;
        }
        Receipt receipt = read();
        if (receipt == Receipt.NOTHING_YET && isReady(SelectionKey.OP_READ, atMost)) {
            receipt = read();
        }
        if (reset != null) {
            throw reset;
        }
        return receipt;
    }

    /** Takes what is there. A reset is only noted, as a write in progress will meet it by itself. */
    private Receipt read() {
        buffer.clear();
        int count;
        try {
            count = channel.read(buffer);
        } catch (IOException e) {
            reset = e;
            return Receipt.END;
        }
        if (tls != null) {
            return decrypt(tls, count);
        }
        incoming.feed(buffer.flip());
        return count > 0 ? Receipt.BYTES : count == 0 ? Receipt.NOTHING_YET : Receipt.END;
    }

    private Receipt decrypt(TlsLayer layer, int count) {
        try {
            layer.decrypt(buffer.flip(), incoming);
            if (count < 0 && !layer.hasEnded()) {
                throw new IOException("the stream ended without close_notify");
            }
        } catch (IOException e) {
            reset = e;
            return Receipt.END;
        }
        return count > 0 ? Receipt.BYTES : count == 0 ? Receipt.NOTHING_YET : Receipt.END;
    }

    private boolean isReady(int operations, Duration atMost) throws IOException {
        if (atMost.isZero() || atMost.isNegative()) {
            return false;
        }
        try (Selector selector = Selector.open()) {
            channel.register(selector, operations);
            boolean ready = selector.select(Math.max(1, atMost.toMillis())) > 0;
            if (!ready && Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            return ready;
        }
    }

    /** Over TLS with {@code close_notify} alone, which says the same. */
    void hangUp() throws IOException {
        if (tls == null) {
            channel.shutdownOutput();
        } else {
            sendPlainly(tls.closeNotify());
        }
    }

    /** Reads what is there first: closing a socket that holds unread bytes would make a reset of it. */
    void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        int reads = 0;
        while (reads < MOST_READS_AT_CLOSE && reset == null && read() == Receipt.BYTES) {
            reads++;
        }
        channel.close();
    }

    void vanish() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        if (!(channel.getRemoteAddress() instanceof UnixDomainSocketAddress)) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        channel.close();
    }
}
