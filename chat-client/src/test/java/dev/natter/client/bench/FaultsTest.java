package dev.natter.client.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.natter.protocol.command.WireFormat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever a server does wrong to one delivery of 300 is found out, by both kinds of load. */
class FaultsTest {

    private static final int MESSAGES = 100;
    private static final Course COURSE = new Course(Duration.ZERO, Duration.ofSeconds(10), MESSAGES);

    /** One sender, the first to connect. */
    private static final Crowd CROWD = new Crowd(4, 1, 1, 20, WireFormat.TEXT);

    private static final String FIFTH = "00000000.00000004xxx";
    private static final String SIXTH = "00000000.00000005xxx";

    @Test
    void aFaultlessServer() throws Exception {
        finds((text, member) -> List.of(text), true, "\"lost\":0,\"doubled\":0,\"outOfOrder\":0,\"strayed\":0");
    }

    @Test
    void aLostDelivery() throws Exception {
        finds(
                (text, member) -> member == 2 && text.equals(FIFTH) ? List.of() : List.of(text),
                false,
                "\"lost\":1,\"doubled\":0,\"outOfOrder\":0,\"strayed\":0");
    }

    @Test
    void aDeliveryLostToAll() throws Exception {
        finds(
                (text, member) -> text.equals(FIFTH) ? List.of() : List.of(text),
                false,
                "\"lost\":3,\"doubled\":0,\"outOfOrder\":0,\"strayed\":0");
    }

    @Test
    void aDoubledDelivery() throws Exception {
        finds(
                (text, member) -> member == 3 && text.equals(FIFTH) ? List.of(text, text) : List.of(text),
                false,
                "\"lost\":0,\"doubled\":1,\"outOfOrder\":0,\"strayed\":0");
    }

    @Test
    void twoDeliveriesInTheWrongOrder() throws Exception {
        finds(
                (text, member) -> {
                    if (member != 1 || (!text.equals(FIFTH) && !text.equals(SIXTH))) {
                        return List.of(text);
                    }
                    return text.equals(FIFTH) ? List.of() : List.of(SIXTH, FIFTH);
                },
                false,
                "\"lost\":0,\"doubled\":0,\"outOfOrder\":1,\"strayed\":0");
    }

    @Test
    void deliveriesOfWhatNobodyHasSent() throws Exception {
        finds(
                (text, member) -> text.equals(FIFTH)
                        ? List.of(text, "00000000.99999999xxx", "00000001.00000000xxx")
                        : List.of(text),
                false,
                "\"lost\":0,\"doubled\":0,\"outOfOrder\":0,\"strayed\":6");
    }

    @Test
    void aLostConnectionEndsIt() throws Exception {
        try (FaultyServer server =
                        new FaultyServer((text, member) -> member == 2 && text.equals(FIFTH) ? null : List.of(text));
                Bench bench = Bench.throughput(CROWD, COURSE, 2)) {
            Throwable why = catchThrowable(
                    () -> bench.begin(server.host(), server.port()).get(10, TimeUnit.SECONDS));
            assertThat(why)
                    .rootCause()
                    .isInstanceOf(BenchException.class)
                    .hasMessageContaining("a connection was lost");
        }
    }

    private static void finds(FaultyServer.Delivery delivery, boolean faultless, String counts) throws Exception {
        try (Bench closedLoop = Bench.throughput(CROWD, COURSE, 8)) {
            finds(delivery, closedLoop, faultless, counts);
        }
        try (Bench openLoop = Bench.latency(CROWD, COURSE, 10_000)) {
            finds(delivery, openLoop, faultless, counts);
        }
    }

    private static void finds(FaultyServer.Delivery delivery, Bench bench, boolean faultless, String counts)
            throws Exception {
        try (FaultyServer server = new FaultyServer(delivery)) {
            Report report = bench.begin(server.host(), server.port()).get(10, TimeUnit.SECONDS);
            assertThat(report.json("bench")).contains(counts);
            assertThat(report.isFaultless()).isEqualTo(faultless);
        }
    }
}
