package dev.natter.client.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.natter.client.RealServer;
import dev.natter.protocol.command.WireFormat;
import dev.natter.testkit.Telnet;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against this project's server, bounded by messages, so that each count is exact. */
class RealServerBenchTest {

    private static final Course HUNDRED_MESSAGES = new Course(Duration.ZERO, Duration.ofSeconds(10), 100);

    private RealServer server;

    @BeforeEach
    void start() throws Exception {
        server = RealServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void allThatIsSaidIsCounted(WireFormat format) throws Exception {
        Crowd crowd = new Crowd(20, 2, 5, 64, format);
        Report closedLoop = run(Bench.throughput(crowd, HUNDRED_MESSAGES, 4));
        assertThat(closedLoop.isFaultless()).as(closedLoop.table()).isTrue();
        assertThat(closedLoop.json("throughput"))
                .startsWith("{\"mode\":\"throughput\",\"connections\":20,\"rooms\":2,\"senders\":10,\"size\":64,")
                .contains("\"window\":4,")
                .contains("\"messages\":100,\"deliveries\":900,");

        Report openLoop = run(Bench.latency(crowd, HUNDRED_MESSAGES, 1000));
        assertThat(openLoop.isFaultless()).as(openLoop.table()).isTrue();
        assertThat(openLoop.json("latency")).contains("\"rate\":1000,\"messages\":100,\"deliveries\":900,");
    }

    /** Members and rooms do not go even; everybody speaks; a text is no longer than its stamp, or as long as can be. */
    @ParameterizedTest
    @CsvSource({"2, 1, 10, 17, 100", "7, 3, 10, 64, 100", "5, 1, 1, 2000, 100"})
    void anyCrowdWillDo(int connections, int rooms, int senders, int size, int messages) throws Exception {
        Crowd crowd = new Crowd(connections, rooms, senders, size, WireFormat.TEXT);
        Report report = run(Bench.throughput(crowd, HUNDRED_MESSAGES, 16));
        assertThat(report.isFaultless()).as(report.table()).isTrue();
        assertThat(report.json("throughput")).contains("\"messages\":" + messages + ",");
    }

    @Test
    void whatWarmsUpIsCheckedButNotCounted() throws Exception {
        Course course = new Course(Duration.ofMillis(100), Duration.ofSeconds(10), 100);
        Crowd crowd = new Crowd(10, 1, 2, 64, WireFormat.TEXT);
        Report report = run(Bench.latency(crowd, course, 1000));
        assertThat(report.isFaultless()).as(report.table()).isTrue();
        assertThat(report.json("latency")).contains("\"messages\":100,\"deliveries\":900,");
    }

    @Test
    void nobodyInTheLobbyHearsOfTheMessages() throws Exception {
        try (Telnet bob = server.person("bob")) {
            run(Bench.throughput(new Crowd(2, 1, 1, 64, WireFormat.TEXT), HUNDRED_MESSAGES, 1));
            bob.hears("[server] guest1 joined #lobby (2 online)")
                    .hears("[server] guest1 left #lobby (1 online)")
                    .hears("[server] guest2 joined #lobby (2 online)")
                    .hears("[server] guest2 left #lobby (1 online)");
            bob.sends("PING quiet").hears("[server] pong quiet");
        }
    }

    @Test
    void connectionsAreHeld() throws Exception {
        Report report = run(Bench.idle(100, Duration.ZERO));
        assertThat(report.isFaultless()).as(report.table()).isTrue();
        assertThat(report.json("idle"))
                .startsWith("{\"mode\":\"idle\",\"connections\":100,")
                .contains("\"refused\":0,\"lost\":0,")
                .contains("\"notes\":[");
    }

    @Test
    void refusedConnectionsAreCounted() throws Exception {
        try (RealServer small = RealServer.startFor(7)) {
            Report report = run(Bench.idle(10, Duration.ZERO), small);
            assertThat(report.isFaultless()).isFalse();
            assertThat(report.json("idle"))
                    .contains("\"connections\":7,")
                    .contains("\"refused\":3,\"lost\":0,")
                    .contains("--max-per-ip");
        }
    }

    @Test
    void roomsMustBeFull() throws Exception {
        try (RealServer small = RealServer.startFor(7)) {
            Crowd crowd = new Crowd(10, 1, 1, 64, WireFormat.JSON);
            Throwable why = catchThrowable(() -> run(Bench.throughput(crowd, HUNDRED_MESSAGES, 1), small));
            assertThat(why)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            BenchException.class,
                            end -> assertThat(end.isUnreachable()).isFalse())
                    .hasMessageContaining("cannot open 10 connections: too many connections (");
        }
    }

    @Test
    void aServerThatStopsEndsIt() throws Exception {
        Course forLong = new Course(Duration.ZERO, Duration.ofMinutes(1), Course.MAX_MESSAGES);
        Crowd crowd = new Crowd(2, 1, 1, 64, WireFormat.TEXT);
        try (Bench bench = Bench.latency(crowd, forLong, 100)) {
            var report = bench.begin(server.host(), server.port());
            server.stop("maintenance");
            assertThat(catchThrowable(() -> report.get(10, TimeUnit.SECONDS)))
                    .rootCause()
                    .isInstanceOf(BenchException.class);
        }
    }

    @Test
    void eachAddressOfANameIsTriedInTurn() throws Exception {
        InetSocketAddress nobody;
        try (RealServer gone = RealServer.start()) {
            nobody = new InetSocketAddress(gone.host(), gone.port());
        }
        InetSocketAddress somebody = new InetSocketAddress(server.host(), server.port());
        Idle idle = new Idle(5, Duration.ZERO);
        try (Generator generator = idle.generator()) {
            generator.loop().execute(() -> idle.begin(List.of(nobody, somebody)));
            Report report = idle.report().get(20, TimeUnit.SECONDS);
            assertThat(report.isFaultless()).as(report.table()).isTrue();
            assertThat(report.json("idle")).contains("\"connections\":5,");
        }
    }

    @Test
    void nobodyListens() throws Exception {
        server.close();
        Throwable why = catchThrowable(() -> run(Bench.idle(2, Duration.ZERO)));
        assertThat(why)
                .rootCause()
                .isInstanceOfSatisfying(
                        BenchException.class,
                        end -> assertThat(end.isUnreachable()).isTrue())
                .hasMessage("connection refused");
    }

    private Report run(Bench bench) throws Exception {
        return run(bench, server);
    }

    private static Report run(Bench bench, RealServer server) throws Exception {
        try (bench) {
            return bench.begin(server.host(), server.port()).get(20, TimeUnit.SECONDS);
        }
    }
}
