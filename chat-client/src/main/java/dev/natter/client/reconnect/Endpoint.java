package dev.natter.client.reconnect;

import dev.natter.client.ClientTls;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is and how to speak with it.
 *
 * @param host a name or an address, of IPv6 without brackets
 * @param port 1 to 65535
 * @param tls null for plain text
 */
public record Endpoint(String host, int port, @Nullable ClientTls tls) {}
