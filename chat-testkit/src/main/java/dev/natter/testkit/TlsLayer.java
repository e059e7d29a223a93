package dev.natter.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** A client's TLS between the lines and a {@link SocketWire}; it has no socket itself. Belongs to one thread at a time. */
final class TlsLayer {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    /** What came in and is no whole record yet; ready to be added to. */
    private ByteBuffer encrypted = ByteBuffer.allocate(64 * 1024);

    /** More than a record can hold. */
    private final ByteBuffer decrypted = ByteBuffer.allocate(32 * 1024);

    private boolean starving;

    /** @param protocol such as {@code TLSv1.3} */
    TlsLayer(SSLContext context, String protocol) throws SSLException {
        engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {protocol});
        engine.beginHandshake();
    }

    boolean isShakingHands() {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    /** More has to come in before the handshake can go on. */
    boolean isStarving() {
        return starving;
    }

    /** The other end has said {@code close_notify}. */
    boolean hasEnded() {
        return engine.isInboundDone();
    }

    /** Goes one step further in the handshake. Returns what is to be sent then, perhaps nothing. */
    ByteBuffer nextOfHandshake() throws IOException {
        starving = false;
        switch (engine.getHandshakeStatus()) {
            case NEED_WRAP -> {
                return encrypt(NOTHING);
            }
            case NEED_TASK -> {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
            }
            default -> starving = unwrap(new Incoming()) == Status.BUFFER_UNDERFLOW;
        }
        return NOTHING;
    }

    /** All of it as records; of nothing, what the engine itself has to say. */
    ByteBuffer encrypt(ByteBuffer plain) throws SSLException {
        ByteBuffer out = ByteBuffer.allocate(plain.remaining() * 2 + 64 * 1024);
        SSLEngineResult result;
        do {
            result = engine.wrap(plain, out);
        } while (result.bytesProduced() > 0 && (plain.hasRemaining() || needsWrap()));
        return out.flip();
    }

    private boolean needsWrap() {
        return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
    }

    /** The lines in it go where they belong; what is no whole record yet stays for the next time. */
    void decrypt(ByteBuffer bytes, Incoming incoming) throws IOException {
        if (encrypted.remaining() < bytes.remaining()) {
            encrypted = ByteBuffer.allocate(encrypted.capacity() * 2).put(encrypted.flip());
        }
        encrypted.put(bytes);
        while (!isShakingHands() && unwrap(incoming) == Status.OK) {
            // The next record.
        }
    }

    private Status unwrap(Incoming incoming) throws SSLException {
        encrypted.flip();
        try {
            SSLEngineResult result = engine.unwrap(encrypted, decrypted);
            incoming.feed(decrypted.flip());
            decrypted.clear();
            return result.getStatus();
        } finally {
            encrypted.compact();
        }
    }

    /** Says that no more will be said. */
    ByteBuffer closeNotify() throws SSLException {
        engine.closeOutbound();
        return encrypt(NOTHING);
    }
}
