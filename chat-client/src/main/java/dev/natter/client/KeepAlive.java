package dev.natter.client;

import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.net.ExtendedSocketOptions;

/**
 * When the system takes a server for gone of which nothing comes any more: after two minutes. Where Java cannot say so, the
 * system's own two hours have to do.
 */
final class KeepAlive {

    private static final Map<SocketOption<Integer>, Integer> WANTED = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 60,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 20,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    private KeepAlive() {}

    /** Those of the options that this system has. */
    static Map<ChannelOption<Integer>, Integer> options() {
        try (SocketChannel probe = SocketChannel.open()) {
            return WANTED.entrySet().stream()
                    .filter(option -> probe.supportedOptions().contains(option.getKey()))
                    .collect(Collectors.toMap(option -> NioChannelOption.of(option.getKey()), Map.Entry::getValue));
        } catch (IOException e) {
            return Map.of();
        }
    }
}
