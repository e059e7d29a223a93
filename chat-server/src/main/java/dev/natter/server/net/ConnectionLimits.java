package dev.natter.server.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many connections there may be, in all and from one address. Any thread. */
final class ConnectionLimits {

    /** An IPv6 network that is one customer's: within it, addresses cost nothing. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private static final int IPV4_BYTES = 4;

    private final int max;
    private final int maxPerAddress;
    private final Map<String, Integer> perNetwork = new HashMap<>();
    private int all;

    /**
     * @param max connections in all; 0 means no limit
     * @param maxPerAddress connections from one IPv4 address or one IPv6 /64; 0 means no limit
     */
    ConnectionLimits(int max, int maxPerAddress) {
        this.max = max;
        this.maxPerAddress = maxPerAddress;
    }

    /** A place for a connection, or why there is none. */
    sealed interface Admission {

        /** To be given back with {@link ConnectionLimits#release}. */
        record Place(String network) implements Admission {}

        record Refusal(String reason) implements Admission {}
    }

    synchronized Admission admit(InetAddress address) {
        if (max > 0 && all >= max) {
            return new Admission.Refusal("too many connections");
        }
        String network = network(address);
        if (maxPerAddress > 0 && perNetwork.getOrDefault(network, 0) >= maxPerAddress) {
            return new Admission.Refusal("too many connections from your address");
        }
        all++;
        perNetwork.merge(network, 1, Integer::sum);
        return new Admission.Place(network);
    }

    /** How many there may be from one address or network; 0 means no limit. */
    int perAddress() {
        return maxPerAddress;
    }

    /** How many more there may be in all. */
    synchronized int free() {
        return max == 0 ? Integer.MAX_VALUE : max - all;
    }

    synchronized void release(Admission.Place place) {
        all--;
        perNetwork.computeIfPresent(place.network(), (network, count) -> oneLess(count));
    }

    private static @Nullable Integer oneLess(int count) {
        return count == 1 ? null : count - 1;
    }

    /** IPv4-mapped addresses need no care: Java has them as IPv4 already. */
    private static String network(InetAddress address) {
        int bytes = address instanceof Inet6Address ? IPV6_NETWORK_BYTES : IPV4_BYTES;
        return HexFormat.of().formatHex(address.getAddress(), 0, bytes);
    }
}
