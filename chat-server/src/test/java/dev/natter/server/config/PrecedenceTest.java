package dev.natter.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ServerConfig;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flag wins over the environment, that over the file, that over the default; for settings of every kind. */
final class PrecedenceTest {

    @TempDir
    private Path folder;

    @Test
    void whatNobodySaysHasADefault() {
        Launch launch = new Reading(folder).read();
        ServerConfig config = launch.config();
        assertThat(config.addresses()).as("loopback").isEmpty();
        assertThat(config.ports()).containsExactly(7777);
        assertThat(config.operatorPassword()).isNull();
        assertThat(config.adminSocket()).isNull();
        assertThat(config.rate()).isEqualTo(20);
        assertThat(config.burst()).isEqualTo(100);
        assertThat(config.stall()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.maxUnread()).isEqualTo(1024 * 1024);
        assertThat(config.maxConnections()).isPositive().isLessThanOrEqualTo(10_000);
        assertThat(config.maxPerAddress()).isEqualTo(256);
        assertThat(config.maxRooms()).isEqualTo(50);
        assertThat(config.presenceLimit()).isEqualTo(1000);
        assertThat(config.ioThreads()).isEqualTo(1);
        assertThat(config.motd()).isEmpty();
        assertThat(launch.console()).as("depends on the terminal").isNull();
        assertThat(launch.logFormat()).isEqualTo("text");
        assertThat(launch.verbose()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "max-connections, NATTER_MAX_CONNECTIONS",
        "max-per-ip, NATTER_MAX_PER_IP",
        "max-rooms, NATTER_MAX_ROOMS",
        "presence-limit, NATTER_PRESENCE_LIMIT",
        "io-threads, NATTER_IO_THREADS",
        "rate, NATTER_RATE",
        "burst, NATTER_BURST",
        "sendq, NATTER_SENDQ",
        "stall, NATTER_STALL",
        "port, NATTER_PORT",
    })
    void numbers(String name, String variable) {
        Reading reading = new Reading(folder).withFile(name + "=41");
        assertThat(number(name, reading.config())).isEqualTo(41);
        reading.withEnvironment(variable, "42");
        assertThat(number(name, reading.config())).isEqualTo(42);
        assertThat(number(name, reading.config("--" + name, "43"))).isEqualTo(43);
        assertThat(number(name, reading.config("--" + name + "=43"))).isEqualTo(43);
    }

    private static long number(String name, ServerConfig config) {
        return switch (name) {
            case "max-connections" -> config.maxConnections();
            case "max-per-ip" -> config.maxPerAddress();
            case "max-rooms" -> config.maxRooms();
            case "presence-limit" -> config.presenceLimit();
            case "io-threads" -> config.ioThreads();
            case "rate" -> config.rate();
            case "burst" -> config.burst();
            case "sendq" -> config.maxUnread();
            case "stall" -> config.stall().toSeconds();
            case "port" -> config.ports().get(0);
            default -> throw new AssertionError(name);
        };
    }

    @Test
    void lists() {
        Reading reading = new Reading(folder).withFile("port=1,2", "bind=127.0.0.1,::1");
        assertThat(reading.config().ports()).containsExactly(1, 2);
        assertThat(addresses(reading.config())).containsExactly("127.0.0.1", "0:0:0:0:0:0:0:1");
        reading.withEnvironment("NATTER_PORT", "3,4").withEnvironment("NATTER_BIND", "127.0.0.2");
        assertThat(reading.config().ports()).containsExactly(3, 4);
        assertThat(addresses(reading.config())).containsExactly("127.0.0.2");
        ServerConfig flags = reading.config("--port", "5", "--bind", "127.0.0.3", "--port=6", "--bind=127.0.0.4");
        assertThat(flags.ports()).containsExactly(5, 6);
        assertThat(addresses(flags)).containsExactly("127.0.0.3", "127.0.0.4");
    }

    @Test
    void words() {
        Reading reading = new Reading(folder).withFile("log-format=json");
        assertThat(reading.read().logFormat()).isEqualTo("json");
        reading.withEnvironment("NATTER_LOG_FORMAT", "TEXT");
        assertThat(reading.read().logFormat()).isEqualTo("text");
        assertThat(reading.read("--log-format", "JSON").logFormat()).isEqualTo("json");
    }

    @Test
    void files() {
        Reading reading = new Reading(folder);
        Path one = reading.file("one", "from the file\nsecond line\n");
        Path two = reading.file("two", "from the environment");
        Path three = reading.file("three", "from the flag\r\n");
        reading.withFile("motd=" + one);
        assertThat(reading.config().motd()).containsExactly("from the file", "second line");
        reading.withEnvironment("NATTER_MOTD", two.toString());
        assertThat(reading.config().motd()).containsExactly("from the environment");
        assertThat(reading.config("--motd", three.toString()).motd()).containsExactly("from the flag");
    }

    @Test
    void paths() {
        Reading reading = new Reading(folder).withFile("admin-socket=/one");
        assertThat(reading.config().adminSocket()).isEqualTo(Path.of("/one"));
        reading.withEnvironment("NATTER_ADMIN_SOCKET", "/two");
        assertThat(reading.config().adminSocket()).isEqualTo(Path.of("/two"));
        assertThat(reading.config("--admin-socket", "/three").adminSocket()).isEqualTo(Path.of("/three"));
    }

    private static List<String> addresses(ServerConfig config) {
        return config.addresses().stream().map(InetAddress::getHostAddress).toList();
    }
}
