package dev.natter.server.config;

import dev.natter.server.tls.TlsFiles;
import dev.natter.server.tls.TlsSettings;
import dev.natter.server.tls.UnusableTlsFilesException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code --tls-cert}, {@code --tls-key} and {@code --tls-required} mean together. */
final class Tls {

    private Tls() {}

    /** Null where no TLS is configured. */
    static @Nullable TlsSettings settings(@Nullable Path certificate, @Nullable Path key, boolean required) {
        if (certificate == null && key == null) {
            if (required) {
                throw new ConfigException("--tls-required: there is no certificate; expected --tls-cert and --tls-key");
            }
            return null;
        }
        if (certificate == null) {
            throw new ConfigException("--tls-key " + key + ": there is no certificate; expected --tls-cert too");
        }
        if (key == null) {
            throw new ConfigException("--tls-cert " + certificate + ": there is no key; expected --tls-key too");
        }
        try {
            return TlsSettings.read(new TlsFiles(certificate, key), required);
        } catch (UnusableTlsFilesException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }
}
