package dev.natter.client.cli;

import io.netty.util.NetUtil;

/**
 * Where a server listens.
 *
 * @param host a name or an address, of IPv6 without brackets
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {

    static final int DEFAULT_PORT = 7777;
    static final ServerAddress DEFAULT = new ServerAddress("localhost", DEFAULT_PORT);

    private static final int MAX_PORT = 65535;

    /**
     * Reads {@code HOST[:PORT]}; an address of IPv6 with a port stands in brackets.
     *
     * @throws IllegalArgumentException if it is not that; the message says what was expected
     */
    static ServerAddress parse(String text) {
        if (NetUtil.isValidIpV6Address(text) && !text.startsWith("[")) {
            return new ServerAddress(text, DEFAULT_PORT);
        }
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']');
        String host = hasPort ? text.substring(0, colon) : text;
        int port = hasPort ? port(text, text.substring(colon + 1)) : DEFAULT_PORT;
        if (host.startsWith("[") && host.endsWith("]") && NetUtil.isValidIpV6Address(host)) {
            return new ServerAddress(host.substring(1, host.length() - 1), port);
        }
        if (host.isEmpty() || !host.chars().allMatch(ServerAddress::isPartOfAName)) {
            throw wrong(text);
        }
        return new ServerAddress(host, port);
    }

    private static int port(String text, String digits) {
        // Five digits at most, so that it fits an int.
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong(text);
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("\"" + text + "\" has no port from 1 to " + MAX_PORT);
        }
        return port;
    }

    private static boolean isPartOfAName(int c) {
        return !Character.isISOControl(c)
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && "[]:/#\"'".indexOf(c) < 0;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("\"" + text + "\" is not HOST[:PORT]");
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
