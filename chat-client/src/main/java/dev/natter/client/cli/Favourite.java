package dev.natter.client.cli;

import dev.natter.client.ClientTls;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that somebody has given a name, and who they are there.
 *
 * @param file where it is written down
 * @param nick null if that is not said
 * @param rooms in the order of entering, so that the last becomes the current one; may be empty
 * @param tls whether to speak TLS; true where one of the next two says how
 * @param authorities whom to trust instead of those whom Java trusts; null for the latter
 * @param insecure whether to trust anybody
 */
public record Favourite(
        Path file,
        String name,
        ServerAddress address,
        @Nullable Nick nick,
        List<RoomName> rooms,
        boolean tls,
        @Nullable Path authorities,
        boolean insecure) {

    /**
     * How to speak TLS there; null for plain text. Reads the authorities' file, and takes some hundred milliseconds.
     *
     * @throws ConfigException if that file is wrong
     */
    public @Nullable ClientTls clientTls() {
        if (insecure) {
            return ClientTls.insecure();
        }
        if (authorities == null) {
            return tls ? ClientTls.trustingTheUsual() : null;
        }
        try {
            return ClientTls.trusting(authorities);
        } catch (IOException e) {
            throw new ConfigException(file + ": " + name + ".tls-ca: " + authorities + ": " + e.getMessage());
        }
    }
}
