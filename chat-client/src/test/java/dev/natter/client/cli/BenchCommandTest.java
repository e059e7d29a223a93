package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.natter.client.FakeServer;
import dev.natter.client.RealServer;
import dev.natter.client.bench.FaultyServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code natter bench} prints and how it exits. What it counts is tested where that is done. */
class BenchCommandTest {

    private static final String SMALL = " --connections 6 --senders 2 --warm-up 0 --messages 10";

    private RealServer server;

    @BeforeEach
    void start() throws Exception {
        server = RealServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTableIsPrinted() throws Exception {
        CommandRun run = bench("throughput " + server.address() + SMALL);
        assertThat(run.exitCode()).isZero();
        List<String> table = run.output();
        assertThat(table.subList(0, 8))
                .map(row -> row.replaceAll(" +", " "))
                .startsWith("connections 6", "rooms 1", "senders 2", "bytes of a text 64", "in flight, each 16")
                .endsWith("messages 10", "deliveries 50");
        assertThat(table).map(row -> row.replaceAll(" +", " ")).contains("lost 0", "doubled 0", "out of order 0");
        assertThat(run.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throughput" + SMALL,
                "throughput --format json --rooms 2" + SMALL,
                "latency --rate 1000" + SMALL,
                "latency --rate 1000 --format JSON" + SMALL,
                "idle --connections 10 --seconds 0"
            })
    void scriptsGetOneObject(String what) throws Exception {
        CommandRun run = bench(what + " --json " + server.address());
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).singleElement().satisfies(line -> {
            try (JsonParser json = new JsonFactory().createParser(line)) {
                json.nextToken();
                json.skipChildren();
                assertThat(json.nextToken()).isNull();
            }
            assertThat(line).startsWith("{\"mode\":\"" + what.replaceAll(" .*", "") + "\",\"connections\":");
        });
    }

    @Test
    void theEnvironmentNamesTheServer() throws Exception {
        CommandRun run = CommandRun.with("bench idle --connections 2 --seconds 0".split(" "))
                .variable("NATTER_HOST", server.address())
                .start();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void progressIsShownOnATerminalAndWipedAway() throws Exception {
        CommandRun run = CommandRun.with(("bench idle --connections 2 --seconds 0.6 " + server.address()).split(" "))
                .onATerminal()
                .start();
        assertThat(run.exitCode()).isZero();
        assertThat(run.unfinishedError())
                .startsWith("\r\u001B[K")
                .contains("\r\u001B[Kholding 2 connections")
                .endsWith("\r\u001B[K");
    }

    @Test
    void whatIsLostIsAFailure() throws Exception {
        try (FaultyServer faulty =
                new FaultyServer((text, member) -> text.contains(".00000003") ? List.of() : List.of(text))) {
            CommandRun run = bench("throughput " + faulty.host() + ":" + faulty.port()
                    + " --connections 3 --senders 1 --warm-up 0 --messages 10");
            assertThat(run.exitCode()).isOne();
            assertThat(run.output()).map(row -> row.replaceAll(" +", " ")).contains("lost 2");
        }
    }

    @Test
    void aRefusedConnectionIsAFailureAndNamesTheServersOption() throws Exception {
        try (RealServer small = RealServer.startFor(3)) {
            CommandRun idle = bench("idle --connections 5 --seconds 0 " + small.address());
            assertThat(idle.exitCode()).isOne();
            assertThat(idle.output())
                    .last()
                    .isEqualTo("the first that was refused or lost: too many connections"
                            + " (the server's options --max-per-ip and --max-connections allow more)");
        }
        try (RealServer small = RealServer.startFor(3)) {
            CommandRun throughput = bench("throughput --connections 5 " + small.address());
            assertThat(throughput.exitCode()).isOne();
            assertThat(throughput.output()).isEmpty();
            assertThat(throughput.errors()).singleElement().asString().contains("--max-per-ip");
        }
    }

    @Test
    void nobodyListens() throws Exception {
        String address = server.address();
        server.close();
        CommandRun run = bench("latency " + address);
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.errors()).containsExactly("natter: cannot connect to " + address + ": connection refused");
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForForever() throws Exception {
        try (FakeServer silent = new FakeServer()) {
            CommandRun run = bench("idle --limit 0 " + silent.address());
            assertThat(run.exitCode()).isOne();
            assertThat(run.errors())
                    .containsExactly("natter: given up: not done after 0 s (opening connections: 0 of 1000)");
        }
    }

    @Test
    void somethingElseThanAChatServerAnswers() throws Exception {
        try (FakeServer web = new FakeServer()) {
            CommandRun run = bench("idle " + web.address());
            web.accept().says("HTTP/1.1 400 Bad Request");
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.errors())
                    .singleElement()
                    .isEqualTo("natter: cannot connect to " + web.address()
                            + ": whoever answers there does not speak Natter's protocol");
        }
    }

    private static CommandRun bench(String arguments) throws Exception {
        return CommandRun.of(("bench " + arguments).split(" "));
    }
}
