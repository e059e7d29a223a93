package dev.natter.server.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The addresses that {@code --bind} names. */
final class Addresses {

    private static final String EVERY_INTERFACE = "*";

    private Addresses() {}

    static List<InetAddress> parse(List<String> names) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (String word : names) {
            String name = word.strip();
            if (name.equals(EVERY_INTERFACE)) {
                addresses.add(new InetSocketAddress(0).getAddress());
            } else {
                addresses.addAll(resolve(name));
            }
        }
        return List.copyOf(addresses);
    }

    private static List<InetAddress> resolve(String name) {
        // An empty name would mean loopback to the JDK, which nobody means who wrote it.
        if (!name.isBlank()) {
            try {
                return List.of(InetAddress.getAllByName(name));
            } catch (UnknownHostException e) {
                // says the same as an empty name
            }
        }
        throw new ConfigException("--bind: \"" + name + "\" is no address of this machine's; expected an IP address, a"
                + " host name or '*'");
    }
}
