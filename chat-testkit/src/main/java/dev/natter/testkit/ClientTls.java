package dev.natter.testkit;

import java.io.IOException;
import javax.net.ssl.SSLContext;

/**
 * How people speak TLS.
 *
 * @param context what they trust
 * @param protocol such as {@code TLSv1.3}; no other
 */
public record ClientTls(SSLContext context, String protocol) {

    /** Goes over to TLS. */
    SocketWire over(SocketWire wire) throws IOException {
        return wire.over(new TlsLayer(context, protocol));
    }
}
