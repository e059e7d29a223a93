package dev.natter.server.config;

import dev.natter.server.ServerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The server's options, as a person types them. */
@Command(
        name = "natter server",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "A chat server that anyone can talk to with nc or telnet.",
        footer = {
            "",
            "Every option --some-name can also be given as NATTER_SOME_NAME in the environment, or as some-name=value in"
                    + " the file that --config names. The flag wins over the environment, that over the file.",
            "Exit codes: 0 stopped as asked, 1 failed, 2 wrong usage, 69 cannot listen, 78 wrong setting."
        })
final class ServerOptions {

    /** How the log is written. */
    enum LogFormat {
        TEXT,
        JSON
    }

    @Option(
            names = "--port",
            paramLabel = "N",
            split = ",",
            defaultValue = "7777",
            converter = Ranges.Port.class,
            description = "Where to listen; 0 takes a free one. May be given more than once. (default: 7777)")
    private List<Integer> ports = new ArrayList<>();

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            split = ",",
            description = "Address or host name to listen on; '*' is every interface. May be given more than once."
                    + " (default: loopback only, IPv4 and IPv6)")
    private List<String> bind = new ArrayList<>();

    @Option(
            names = "--operator-password-file",
            paramLabel = "FILE",
            description =
                    "Holds what OPER asks for, or a hash of it (see natter hash-password); NATTER_OPERATOR_PASSWORD in"
                            + " the environment may hold it too."
                            + " Without either, nobody can become an operator.")
    private @Nullable Path operatorPasswordFile;

    @Option(
            names = "--admin-socket",
            paramLabel = "PATH",
            description = "Unix socket, for the server's own user only, whose connections are operators.")
    private @Nullable Path adminSocket;

    @Option(
            names = "--console",
            negatable = true,
            fallbackValue = "true",
            description = "Type commands into the server itself, as operator server; SHUTDOWN or \\close stops it."
                    + " (default: if standard input is a terminal)")
    private @Nullable Boolean console;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Certificate, and those that vouch for it, in PEM; TLS is then accepted on the same ports. A"
                    + " renewed file is picked up within 10 s.")
    private @Nullable Path tlsCert;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's private key, in PEM.")
    private @Nullable Path tlsKey;

    @Option(
            names = "--tls-required",
            fallbackValue = "true",
            description = "Let nobody in from other machines without TLS.")
    private boolean tlsRequired;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20",
            converter = Ranges.ZeroOrMore.class,
            description = "Lines a second that one connection may sustain; more of them are read more slowly; 0 = no"
                    + " limit. (default: 20)")
    private int rate;

    @Option(
            names = "--burst",
            paramLabel = "N",
            defaultValue = "100",
            converter = Ranges.ZeroOrMore.class,
            description = "Lines that one connection may send at once; 0 = no limit. (default: 100)")
    private int burst;

    @Option(
            names = "--sendq",
            paramLabel = "SIZE",
            defaultValue = "1MiB",
            converter = Ranges.Size.class,
            description = "Unread output that one connection may pile up before it is disconnected as too slow; 0 = no"
                    + " limit. (default: 1MiB)")
    private long sendq;

    @Option(
            names = "--stall",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Ranges.Time.class,
            description = "How long one connection may take next to nothing of what waits for it before it is"
                    + " disconnected as too slow; 0 = no limit. (default: 30s)")
    private Duration stall = Duration.ZERO;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            converter = Ranges.ZeroOrMore.class,
            description = "0 = no limit. (default: 10000, or less where the system allows fewer open files)")
    private @Nullable Integer maxConnections;

    @Option(
            names = "--max-per-ip",
            paramLabel = "N",
            defaultValue = "256",
            converter = Ranges.ZeroOrMore.class,
            description = "Connections from one IPv4 address, or one IPv6 /64; 0 = no limit. (default: 256)")
    private int maxPerIp;

    @Option(
            names = "--max-rooms",
            paramLabel = "N",
            defaultValue = "50",
            converter = Ranges.ZeroOrMore.class,
            description = "Rooms that one connection may be in; 0 = no limit. (default: 50)")
    private int maxRooms;

    @Option(
            names = "--presence-limit",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Ranges.ZeroOrMore.class,
            description = "Rooms larger than this do not announce joins and leaves. (default: 1000)")
    private int presenceLimit;

    @Option(
            names = "--io-threads",
            paramLabel = "N",
            defaultValue = "1",
            converter = Ranges.Threads.class,
            description = "Event loops. (default: 1)")
    private int ioThreads;

    @Option(names = "--motd", paramLabel = "FILE", description = "Lines shown after the welcome.")
    private @Nullable Path motd;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How the log on standard error is written. (default: text)")
    private LogFormat logFormat = LogFormat.TEXT;

    @Option(
            names = {"-v", "--verbose"},
            fallbackValue = "true",
            description = "Log each connection's life.")
    private boolean verbose;

    /** Read beforehand by {@link CommandLineReader}; here for the help, and so that it is known. */
    @Option(names = "--config", paramLabel = "FILE", description = "Settings as lines of some-name=value.")
    @SuppressWarnings("UnusedVariable")
    private @Nullable Path config;

    /**
     * Checks what no value by itself can be asked: a comma is a list of ports, but one without any.
     *
     * @throws ParameterException if it is wrong
     */
    void check(CommandLine commandLine) {
        if (ports.isEmpty()) {
            throw new ParameterException(
                    commandLine, "Invalid value for option '--port' (N): expected a port from 0 to 65535");
        }
        if (adminSocket != null && adminSocket.toString().isEmpty()) {
            throw new ParameterException(
                    commandLine, "Invalid value for option '--admin-socket' (PATH): expected a path");
        }
    }

    /**
     * The settings of the server.
     *
     * @param passwordFileIsWeak see {@link Secrets#operatorPassword}
     * @param warnings gets what is allowed, but should be otherwise
     * @throws ConfigException if one of them is wrong
     */
    ServerConfig toConfig(Map<String, String> environment, boolean passwordFileIsWeak, Consumer<String> warnings) {
        FileLimit files = FileLimit.current(ioThreads);
        files.warning(maxConnections).ifPresent(warnings);
        return new ServerConfig(
                Addresses.parse(bind),
                ports,
                Secrets.operatorPassword(operatorPasswordFile, passwordFileIsWeak, environment, warnings),
                adminSocket,
                Tls.settings(tlsCert, tlsKey, tlsRequired),
                rate,
                burst,
                sendq,
                stall,
                files.connections(maxConnections),
                maxPerIp,
                maxRooms,
                presenceLimit,
                ioThreads,
                motd == null ? List.of() : TextFile.lines("--motd", motd));
    }

    @Nullable
    Boolean console() {
        return console;
    }

    LogFormat logFormat() {
        return logFormat;
    }

    boolean isVerbose() {
        return verbose;
    }
}
