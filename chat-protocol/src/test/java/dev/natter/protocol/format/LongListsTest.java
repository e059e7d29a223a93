package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is too long for one text line goes on on further ones of the same start, and no name gets lost. */
final class LongListsTest {

    private static final int NAMES = 10_000;
    private static final String LONGEST = "\uD800\uDF30".repeat(24);

    static Stream<IntFunction<String>> spellings() {
        return Stream.of(
                i -> "n" + i,
                i -> "a".repeat(24) + i,
                i -> "\u00E9\u00E8" + i,
                i -> "\u65E5\u672C" + i,
                i -> LONGEST + i,
                i -> i % 2 == 0 ? "a" + i : LONGEST + i);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void whoIsContinued(IntFunction<String> spelling) {
        List<Nick> nicks =
                IntStream.range(0, NAMES).mapToObj(spelling).map(Nick::of).toList();
        for (RoomName room : List.of(RoomName.LOBBY, RoomName.of("#" + "\u65E5".repeat(50)))) {
            List<String> lines = lines(new Reply.Members(room, nicks));
            assertContinued(lines, "[server] " + room + " (10000 online):", nicks);
        }
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void whoisIsContinued(IntFunction<String> spelling) {
        List<RoomName> rooms = IntStream.range(0, NAMES)
                .mapToObj(i -> RoomName.of("#" + spelling.apply(i)))
                .toList();
        for (Nick nick : List.of(Nick.of("alice"), Nick.of("\u65E5".repeat(30)))) {
            List<String> lines = lines(new Reply.Person(nick, rooms, Instant.EPOCH, Duration.ZERO, false, null));
            assertThat(lines.get(0)).isEqualTo("[server] " + nick + ": connected since 1970-01-01T00:00:00Z, idle 0 s");
            assertContinued(lines.subList(1, lines.size()), "[server] " + nick + " is in:", rooms);
        }
    }

    /** Lists whose last name ends just before, on, and just behind the bound. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aLineIsFilledUpToTheBoundAndNotBeyond(int lastLength) {
        String start = "[server] #lobby (817 online):";
        int rest = 8191 - start.length() - 816 * 10;
        assertThat(rest).isBetween(1, 10);
        List<Nick> nicks = Stream.concat(
                        IntStream.range(0, 816).mapToObj(i -> Nick.of("n%08d".formatted(i))),
                        Stream.of(Nick.of("z".repeat(lastLength))))
                .toList();
        List<String> lines = lines(new Reply.Members(RoomName.LOBBY, nicks));
        assertThat(lines).hasSize(1 + lastLength <= rest ? 1 : 2);
        assertContinued(lines, start, nicks);
    }

    @Test
    void aListThatFitsStaysOnOneLine() {
        List<Nick> nicks = IntStream.range(0, 500).mapToObj(Nick::guest).toList();
        assertThat(lines(new Reply.Members(RoomName.LOBBY, nicks))).hasSize(1);
    }

    private static void assertContinued(List<String> lines, String start, List<?> names) {
        assertThat(lines).allSatisfy(line -> {
            assertThat(line).startsWith(start + " ");
            assertThat(line.getBytes(UTF_8)).hasSizeLessThan(8192);
        });
        assertThat(lines.stream()
                        .flatMap(line ->
                                Arrays.stream(line.substring(start.length() + 1).split(" "))))
                .containsExactlyElementsOf(names.stream().map(Object::toString).toList());
    }

    private static List<String> lines(Reply reply) {
        String all = new String(new TextFormat(Perspective.HERE).encode(reply), UTF_8);
        assertThat(all).endsWith("\n");
        return all.lines().toList();
    }
}
