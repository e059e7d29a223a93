package dev.natter.server.net.tls;

import dev.natter.server.tls.TlsIdentity;
import dev.natter.server.tls.TlsSettings;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * The server's side of TLS 1.2 and 1.3: what connections need for it, with the identity that is in the files just now. What
 * takes long in a handshake is done on threads of its own, so that those who come hold up nobody who is there. Any thread.
 */
public final class ServerTls implements AutoCloseable {

    private static final long HANDSHAKE_TIMEOUT_MILLIS = 10_000;

    /** What Mozilla calls intermediate: nothing that a client of the last ten years lacks, all with forward secrecy. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** Of sessions that can be resumed; each takes some kilobytes. */
    private static final int MAX_SESSIONS = 1_000;

    private static final int IDLE_SECONDS = 10;

    private final boolean required;
    private final ThreadPoolExecutor tasks = newThreads();
    private final CertificateWatch watch;
    private volatile SslContext context;

    /** Begins to use the identity, and to watch its files. */
    public ServerTls(TlsSettings settings, Clock clock) {
        this.required = settings.required();
        this.context = context(settings.identity());
        this.watch = new CertificateWatch(settings, clock, renewed -> context = context(renewed));
        watch.begin();
    }

    private static SslContext context(TlsIdentity identity) {
        try {
            return SslContextBuilder.forServer(identity.key(), identity.chain())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .ciphers(CIPHERS)
                    .sessionCacheSize(MAX_SESSIONS)
                    .build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("Java cannot do TLS with " + identity, e);
        }
    }

    private static ThreadPoolExecutor newThreads() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), // a connection has one task at a time
                new DefaultThreadFactory("natter-tls", true));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Whether those from other machines must speak TLS. */
    public boolean isRequired() {
        return required;
    }

    /**
     * Begins TLS on a connection: puts what does it in a handler's place. On the connection's event loop.
     *
     * @param onHandshake called there when the handshake has succeeded, before anything is read
     */
    public void replace(ChannelHandler detector, ChannelPipeline pipeline, Runnable onHandshake) {
        Channel channel = pipeline.channel();
        TlsHandler handler = new TlsHandler(context.newEngine(channel.alloc()), tasks);
        handler.setHandshakeTimeoutMillis(HANDSHAKE_TIMEOUT_MILLIS);
        pipeline.replace(detector, "tls", handler);
        pipeline.addAfter("tls", "tls-events", new TlsEvents(onHandshake));
    }

    /** Ends its threads. The connections have to be closed by then. */
    @Override
    public void close() {
        watch.close();
        tasks.shutdown();
    }
}
