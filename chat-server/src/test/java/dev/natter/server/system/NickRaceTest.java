package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class NickRaceTest {

    private static final int RACERS = 100;
    private static final int THREADS = 10;
    private static final String WON = "[server] you are now Alice";
    private static final String LOST = "[server] error: the nickname \"Alice\" is in use";

    @WithOneAndTwoEventLoops
    void ofAHundredWhoWantANickOneGetsIt(int loops) throws Exception {
        try (InProcessServer server =
                InProcessServer.with("--io-threads=" + loops, "--presence-limit=0", "--max-per-ip=0")) {
            List<Telnet> racers = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                racers.add(
                        Telnet.connect("racer" + i, server.addresses().get(0)).takesWelcome());
            }

            List<String> answers = race(racers);

            assertThat(answers).filteredOn(WON::equals).hasSize(1);
            assertThat(answers).filteredOn(LOST::equals).hasSize(RACERS - 1);
            racers.forEach(Telnet::close);
        }
    }

    /** All ask at once, each thread for some of them; the answers come in no particular order. */
    private static List<String> race(List<Telnet> racers) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int share = RACERS / THREADS;
                List<Telnet> own = racers.subList(thread * share, (thread + 1) * share);
                answers.add(threads.submit(ask(own, ready)));
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> some : answers) {
                all.addAll(some.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<List<String>> ask(List<Telnet> racers, CountDownLatch ready) {
        return () -> {
            ready.countDown();
            ready.await();
            racers.forEach(racer -> racer.sends("NICK Alice"));
            return racers.stream().map(NickRaceTest::answer).toList();
        };
    }

    /** The losers are also told who won. */
    private static String answer(Telnet racer) {
        String line = racer.nextLine();
        while (line.endsWith(" is now Alice")) {
            line = racer.nextLine();
        }
        return line;
    }
}
