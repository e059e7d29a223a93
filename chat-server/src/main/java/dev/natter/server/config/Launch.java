package dev.natter.server.config;

import dev.natter.server.ServerConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command line asks for.
 *
 * @param config the server's settings
 * @param console whether to let the operator type; null if that depends on the terminal
 * @param logFormat {@code text} or {@code json}
 * @param verbose whether to log each connection's life
 * @param warnings what the log is to say of the settings, a sentence each
 */
public record Launch(
        ServerConfig config, @Nullable Boolean console, String logFormat, boolean verbose, List<String> warnings) {}
