package dev.natter.client.cli;

import dev.natter.client.ClientTls;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to speak TLS, and whom to trust. */
final class TlsOptions {

    @Option(names = "--tls", description = "Speak TLS, and only with a server whose certificate is good.")
    private boolean tls;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "Trust those whose certificates are in this file (PEM), instead of those whom Java trusts."
                    + " Means --tls.")
    private @Nullable Path authorities;

    @Option(names = "--insecure", description = "Speak TLS with anybody who passes for the server. Means --tls.")
    private boolean insecure;

    /**
     * What they mean together, and together with what is written down with a favourite; null for plain text.
     *
     * @param favourite null if no favourite was named
     * @throws IllegalArgumentException if that is nothing; the message says why
     */
    @Nullable
    ClientTls read(@Nullable Favourite favourite, Surroundings surroundings) {
        if (authorities != null) {
            if (insecure) {
                throw new IllegalArgumentException("--tls-ca and --insecure cannot go together");
            }
            try {
                return ClientTls.trusting(authorities);
            } catch (IOException e) {
                throw new IllegalArgumentException("--tls-ca " + authorities + ": " + e.getMessage(), e);
            }
        }
        if (insecure) {
            warn("--insecure", surroundings);
            return ClientTls.insecure();
        }
        // --tls asks for a good certificate, whatever the favourite is content with.
        if (favourite == null || (tls && favourite.authorities() == null)) {
            return tls ? ClientTls.trustingTheUsual() : null;
        }
        if (favourite.insecure()) {
            warn(favourite.name() + ".insecure", surroundings);
        }
        return favourite.clientTls();
    }

    private static void warn(String setting, Surroundings surroundings) {
        surroundings.complain("warning: with " + setting + " anybody on the way can pass for the server");
    }
}
