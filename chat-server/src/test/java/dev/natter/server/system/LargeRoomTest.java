package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class LargeRoomTest {

    private static final int MEMBERS = 1_000;
    private static final int SPEAKERS = 10;
    private static final int WORDS = 100;

    @WithOneAndTwoEventLoops
    void aThousandHearTenSpeakersInOneOrderAndMissNothing(int loops) throws Exception {
        try (InProcessServer server = InProcessServer.with(
                "--io-threads=" + loops, "--max-connections=0", "--max-per-ip=0", "--presence-limit=0")) {
            SocketAddress address = server.addresses().get(0);
            List<Telnet> speakers = IntStream.range(0, SPEAKERS)
                    .mapToObj(
                            i -> Telnet.connect("s" + i, address).takesWelcome().takesNick("s" + i))
                    .toList();
            try (Crowd members = new Crowd(MEMBERS, address)) {
                members.sends("PING ready").hearUntil("[server] pong ready");

                speak(speakers);
                speakers.get(0).sends("MSG end");
                List<String> heard = members.hearUntil("[s0] end");

                assertThat(heard).hasSize(MEMBERS);
                assertThat(heard.stream().distinct().count())
                        .as("different orders")
                        .isEqualTo(1);
                List<String> order = heard.get(0).lines().toList();
                assertThat(order).hasSize(SPEAKERS * WORDS + 1);
                for (int i = 0; i < SPEAKERS; i++) {
                    String from = "[s" + i + "] ";
                    assertThat(order.subList(0, order.size() - 1))
                            .filteredOn(line -> line.startsWith(from))
                            .isEqualTo(IntStream.range(0, WORDS)
                                    .mapToObj(word -> from + word)
                                    .toList());
                }
            }
            speakers.forEach(Telnet::close);
        }
    }

    /** Returns when everything has been carried out. */
    private static void speak(List<Telnet> speakers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SPEAKERS);
        try {
            List<Future<?>> speeches = new ArrayList<>();
            for (Telnet speaker : speakers) {
                speeches.add(threads.submit(() -> {
                    IntStream.range(0, WORDS).forEach(word -> speaker.sends("MSG " + word));
                    speaker.settles();
                }));
            }
            for (Future<?> speech : speeches) {
                speech.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
