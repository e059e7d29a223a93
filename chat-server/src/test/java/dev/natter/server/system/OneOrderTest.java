package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Eight speak at once, in two rooms and in private, and twenty listen, in text and in JSON, with the one or the other
 * room as the current one.
 */
class OneOrderTest {

    private static final int SPEAKERS = 8;
    private static final int READERS = 20;
    private static final Heard START = new Heard(Listener.LOBBY, "conductor", "start");
    private static final Heard END = new Heard(Listener.LOBBY, "conductor", "end");

    private final List<Listener> readers = new ArrayList<>();
    private final List<Speaker> speakers = new ArrayList<>();

    /** The lines that came to each of them. */
    private final Map<Listener, List<String>> lines = new LinkedHashMap<>();

    @WithOneAndTwoEventLoops
    void everybodyHearsEverythingOnceAndInOneOrder(int loops) throws Exception {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops, "--presence-limit=0")) {
            talk(server.addresses().get(0));
            List<Heard> order = heardInRooms(readers.get(0));

            for (Speaker speaker : speakers) {
                assertThat(order)
                        .filteredOn(word -> word.from().equals(speaker.nick()))
                        .isEqualTo(speaker.wordsInRooms());
            }
            for (Listener reader : readers) {
                assertThat(heardInRooms(reader))
                        .as("the order at " + reader.nick())
                        .isEqualTo(order);
                speakers.forEach(speaker -> hearsEachWordInItsTurn(reader, speaker));
            }
            for (Speaker speaker : speakers) {
                if (speaker.echo()) {
                    hearsItselfAmongTheOthers(speaker, order);
                } else if (speaker.self().isJson()) {
                    hasEachAnswerWhereItsWordStands(speaker, order);
                } else {
                    hasEachAnswerBetweenItsWords(speaker, order);
                }
            }
            readers.forEach(Listener::close);
            speakers.forEach(Speaker::close);
        }
    }

    private void talk(SocketAddress address) throws InterruptedException, ExecutionException {
        for (int i = 0; i < READERS; i++) {
            readers.add(new Listener("r" + i, address, i % 2 == 0, i % 4 < 2 ? Listener.LOBBY : Listener.SECOND));
        }
        for (int i = 0; i < SPEAKERS; i++) {
            Listener self = new Listener("s" + i, address, i % 2 == 0, Listener.LOBBY);
            speakers.add(new Speaker(self, i % 4 < 2, "r" + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(SPEAKERS);
        try (Telnet conductor =
                Telnet.connect("conductor", address).takesWelcome().takesNick("conductor")) {
            List<Future<?>> speeches = new ArrayList<>();
            for (Speaker speaker : speakers) {
                speeches.add(threads.submit(() -> {
                    speaker.self().linesUntil(START);
                    speaker.speak();
                    speaker.self().telnet().settles();
                }));
            }
            conductor.sends("MSG start");
            for (Future<?> speech : speeches) {
                speech.get();
            }
            conductor.sends("MSG end");
            readers.forEach(reader -> reader.linesUntil(START));
            readers.forEach(reader -> lines.put(reader, reader.linesUntil(END)));
            speakers.forEach(speaker -> lines.put(speaker.self(), speaker.self().linesUntil(END)));
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Heard> heardInRooms(Listener listener) {
        return listener.heardIn(lines.get(listener)).stream()
                .filter(Heard::isPublic)
                .toList();
    }

    /** Whatever rooms and people a speaker alternates between, what it says comes in the order in which it was said. */
    private void hearsEachWordInItsTurn(Listener reader, Speaker speaker) {
        boolean trusted = speaker.confidant().equals(reader.nick());
        assertThat(reader.heardIn(lines.get(reader)))
                .filteredOn(word -> word.from().equals(speaker.nick()))
                .isEqualTo(trusted ? speaker.words() : speaker.wordsInRooms());
    }

    /** Its own words stand where the others have them, and each answer stands behind its own word. */
    private void hearsItselfAmongTheOthers(Speaker speaker, List<Heard> order) {
        assertThat(heardInRooms(speaker.self()))
                .as("the order at " + speaker.nick())
                .isEqualTo(order);
        List<String> own = lines.get(speaker.self()).stream()
                .filter(line -> isAnswer(line) || line.contains(speaker.nick() + "-"))
                .toList();
        assertThat(own).hasSize(2 * Speaker.WORDS);
        for (int number = 0; number < Speaker.WORDS; number++) {
            assertThat(own.get(2 * number)).contains(speaker.word(number).text());
            assertThat(own.get(2 * number + 1))
                    .isEqualTo(speaker.self().isJson() ? "{\"type\":\"ok\",\"command\":\"TELL\"}" : pong(number));
        }
    }

    /** Each {@code ok} stands exactly where the others hear the word that it is the answer to. */
    private void hasEachAnswerWhereItsWordStands(Speaker speaker, List<Heard> order) {
        List<Heard> heard = new ArrayList<>();
        int answers = 0;
        for (String line : lines.get(speaker.self())) {
            if (isAnswer(line)) {
                heard.add(speaker.word(answers++));
            } else {
                heard.addAll(speaker.self().heardIn(List.of(line)));
            }
        }
        assertThat(answers).isEqualTo(Speaker.WORDS);
        assertThat(heard)
                .as("the order at " + speaker.nick())
                .filteredOn(Heard::isPublic)
                .isEqualTo(order);
    }

    /** A PING's answer comes when all was heard that came before the word ahead of it, and nothing behind the next. */
    private void hasEachAnswerBetweenItsWords(Speaker speaker, List<Heard> order) {
        List<Heard> others = order.stream()
                .filter(word -> !word.from().equals(speaker.nick()))
                .toList();
        assertThat(heardInRooms(speaker.self()))
                .as("the order at " + speaker.nick())
                .isEqualTo(others);
        List<Integer> beforeAnswer = new ArrayList<>();
        int heard = 0;
        for (String line : lines.get(speaker.self())) {
            if (isAnswer(line)) {
                assertThat(line).isEqualTo(pong(beforeAnswer.size()));
                beforeAnswer.add(heard);
            } else {
                heard += speaker.self().heardIn(List.of(line)).size();
            }
        }
        assertThat(beforeAnswer).hasSize(Speaker.WORDS);
        int before = 0;
        for (Heard word : order) {
            if (!word.from().equals(speaker.nick())) {
                before++;
                continue;
            }
            int number = speaker.words().indexOf(word);
            assertThat(beforeAnswer.get(number))
                    .as("heard before pong " + number)
                    .isGreaterThanOrEqualTo(before);
            if (number > 0) {
                assertThat(beforeAnswer.get(number - 1))
                        .as("heard before pong " + (number - 1))
                        .isLessThanOrEqualTo(before);
            }
        }
    }

    private static boolean isAnswer(String line) {
        return line.startsWith("[server] pong ") || line.startsWith("{\"type\":\"ok\"");
    }

    private static String pong(int number) {
        return "[server] pong " + number;
    }
}
