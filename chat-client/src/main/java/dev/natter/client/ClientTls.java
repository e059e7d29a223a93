package dev.natter.client;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;

/**
 * How a client does TLS 1.2 or 1.3, and whom it trusts to say who a server is. Any thread; to make one takes some hundred
 * milliseconds.
 */
public final class ClientTls {

    private final SslContext context;

    private ClientTls(SslContextBuilder builder) {
        try {
            this.context = builder.sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("Java cannot do TLS", e);
        }
        warmUp();
    }

    /**
     * Says a first hello to nobody. It takes Java a while to load what that needs, and a server that speaks plain text on the
     * same port waits for a hello no longer than 250 ms.
     */
    private void warmUp() {
        new EmbeddedChannel(newHandler(ByteBufAllocator.DEFAULT, "localhost", 0)).finishAndReleaseAll();
    }

    /** Trusts the authorities that Java trusts, and checks that the certificate is for the server's name. */
    public static ClientTls trustingTheUsual() {
        return new ClientTls(SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS"));
    }

    /**
     * Trusts only the authorities whose certificates are in a file, or servers whose own certificate is, and checks the
     * name.
     *
     * @param file one certificate or more, in PEM
     * @throws IOException if there are none; the message says so in words that can follow a colon
     */
    public static ClientTls trusting(Path file) throws IOException {
        return new ClientTls(SslContextBuilder.forClient()
                .trustManager(certificates(file))
                .endpointIdentificationAlgorithm("HTTPS"));
    }

    /** Trusts anybody: whoever is on the way can pass for the server. */
    public static ClientTls insecure() {
        return new ClientTls(SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm(null));
    }

    private static X509Certificate[] certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate[] certificates = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            if (certificates.length == 0) {
                throw new IOException("holds no certificate; expected PEM with \"BEGIN CERTIFICATE\"");
            }
            return certificates;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        } catch (CertificateException e) {
            throw new IOException("holds what is no certificate; expected certificates in PEM", e);
        }
    }

    /**
     * What does it on one connection.
     *
     * @param host the name that the certificate must be for
     */
    public SslHandler newHandler(ByteBufAllocator allocator, String host, int port) {
        return context.newHandler(allocator, host, port);
    }
}
