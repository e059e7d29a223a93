package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.protocol.cases.RandomText;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ServerLine;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {

    private static final JsonFormat JSON = new JsonFormat();

    static Iterable<Event> events() {
        return Samples.events().values();
    }

    static Iterable<Reply> replies() {
        return Samples.replies().values();
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsAnEventBack(Event event) {
        String line = line(event);
        ServerLine read = JsonReader.read(line).orElseThrow();
        assertThat(read).isEqualTo(event);
        assertThat(line((Event) read)).isEqualTo(line);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void readsAReplyBack(Reply reply) {
        String line = line(reply);
        ServerLine read = JsonReader.read(line).orElseThrow();
        assertThat(line((Reply) read)).isEqualTo(line);
        assertThat(read).isEqualTo(asWritten(reply));
    }

    @Test
    void readsAnyTextBackAsItWasSaid() {
        RandomText random = new RandomText(7);
        for (int i = 0; i < 20_000; i++) {
            Event said = new Event.Message(Instant.EPOCH, RoomName.LOBBY, Nick.SERVER, random.ofCharacters(20));
            assertThat(JsonReader.read(line(said))).hasValue(said);
        }
    }

    @Test
    void aTypeOfTheFutureIsEmpty() {
        assertThat(JsonReader.read("{\"type\":\"reaction\",\"emoji\":\"x\"}")).isEmpty();
        assertThat(JsonReader.read("{\"type\":\"\"}")).isEmpty();
    }

    @Test
    void fieldsOfTheFutureArePassedOver() {
        assertThat(JsonReader.read("{\"id\":18446744073709551617,\"type\":\"closing\",\"tags\":[1,{\"a\":[null]}],"
                        + "\"time\":\"1970-01-01T00:00:00Z\",\"weight\":1e400,\"reason\":\"x\",\"by\":{\"nick\":7}}"))
                .hasValue(new Event.Closing(Instant.EPOCH, "x"));
    }

    @Test
    void theOrderOfFieldsAndBlanksDoNotMatter() {
        assertThat(JsonReader.read(" { \"code\" : \"bad-nick\" , \"message\":\"m\",\n\"type\":\"error\" }\r\n"))
                .hasValue(new Reply.Refused(null, ErrorCode.BAD_NICK, "m"));
    }

    @Test
    void everyCauseOfLeavingIsRead() {
        for (Departure.Cause cause : Departure.Cause.values()) {
            String line =
                    "{\"type\":\"left\",\"time\":\"1970-01-01T00:00:00.000Z\",\"room\":\"#lobby\",\"nick\":\"bob\","
                            + "\"online\":1,\"cause\":\"" + cause.word() + "\"}";
            assertThat(JsonReader.read(line).map(left -> ((Event.Left) left).departure()))
                    .hasValue(new Departure(cause, null, null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "7",
                "\"ok\"",
                "[]",
                "[{\"type\":\"x\"}]",
                "{",
                "{}",
                "}",
                "{\"type\"}",
                "{\"type\":}",
                "{\"type\":\"x\"",
                "{\"type\":\"x\",}",
                "{type:\"x\"}",
                "{'type':'x'}",
                "{\"type\":\"x\"}}",
                "{\"type\":\"x\"}x",
                "{\"type\":\"x\"} {\"type\":\"x\"}",
                "{\"type\":\"x\",\"type\":\"y\"}",
                "{\"type\":\"x\",\"a\":{\"b\":1,\"b\":1}}",
                "{\"type\":\"x\",\"a\":[}",
                "{\"type\":\"x\",\"a\":NaN}",
                "{\"type\":\"x\",\"a\":01}",
                "{\"type\":\"x\" /* */}",
                "{\"type\":\"\u0001\"}",
                "{\"type\":\"\\x\"}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":[\"ok\"]}",
                "{\"type\":\"ok\"}",
                "{\"type\":\"ok\",\"command\":null}",
                "{\"type\":\"ok\",\"command\":\"FOO\"}",
                "{\"type\":\"ok\",\"command\":\"who\"}",
                "{\"type\":\"ok\",\"command\":\"WHO\"}",
                "{\"type\":\"ok\",\"command\":\"WHO\",\"room\":\"lobby\",\"nicks\":[]}",
                "{\"type\":\"ok\",\"command\":\"WHO\",\"room\":\"#lobby\",\"nicks\":[7]}",
                "{\"type\":\"ok\",\"command\":\"WHO\",\"room\":\"#lobby\",\"nicks\":[null]}",
                "{\"type\":\"ok\",\"command\":\"WHO\",\"room\":\"#lobby\",\"nicks\":[\"7up\"]}",
                "{\"type\":\"ok\",\"command\":\"WHO\",\"room\":\"#lobby\",\"nicks\":\"bob\"}",
                "{\"type\":\"ok\",\"command\":\"ECHO\",\"echo\":\"true\"}",
                "{\"type\":\"ok\",\"command\":\"ECHO\",\"echo\":1}",
                "{\"type\":\"ok\",\"command\":\"FORMAT\",\"format\":\"XML\"}",
                "{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":\"2\"}",
                "{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":1.5}",
                "{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":1e300}",
                "{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":2147483648}",
                "{\"type\":\"ok\",\"command\":\"JOIN\",\"room\":\"#dev\",\"online\":18446744073709551617}",
                "{\"type\":\"error\",\"command\":\"NICK\",\"code\":\"no-such-code\",\"message\":\"m\"}",
                "{\"type\":\"error\",\"command\":7,\"code\":\"bad-nick\",\"message\":\"m\"}",
                "{\"type\":\"closing\",\"reason\":\"x\"}",
                "{\"type\":\"closing\",\"time\":\"yesterday\",\"reason\":\"x\"}",
                "{\"type\":\"closing\",\"time\":0,\"reason\":\"x\"}",
                "{\"type\":\"closing\",\"time\":\"1970-01-01T00:00:00Z\",\"reason\":null}",
                "{\"type\":\"welcome\",\"time\":\"1970-01-01T00:00:00Z\",\"nick\":\"a\",\"room\":\"#a\","
                        + "\"online\":1,\"motd\":7}"
            })
    void refusesWhatNoServerSays(String line) {
        assertThatThrownBy(() -> JsonReader.read(line))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a line of a Natter server: " + SafeText.of(line));
    }

    @Test
    void refusesWhatIsNestedToExhaustItsReader() {
        for (String open : List.of("[", "{\"a\":")) {
            String line = "{\"type\":\"x\",\"a\":" + open.repeat(1_000_000);
            assertThatThrownBy(() -> JsonReader.read(line)).isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesANumberOfAMillionDigits() {
        assertThatThrownBy(() -> JsonReader.read("{\"type\":\"x\",\"a\":" + "9".repeat(1_000_000) + "}"))
                .isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusedLineIsSafeToShow() {
        assertThatThrownBy(() -> JsonReader.read("\u001B[2J\n")).hasMessageEndingWith(": \u241B[2J\u240A");
    }

    /** JSON gives durations in whole seconds. */
    private static Reply asWritten(Reply reply) {
        if (reply instanceof Reply.Person p) {
            return new Reply.Person(p.nick(), p.rooms(), p.connected(), whole(p.idle()), p.operator(), p.address());
        }
        if (reply instanceof Reply.Stats s) {
            return new Reply.Stats(whole(s.uptime()), s.connections(), s.rooms(), s.messages(), s.bytes());
        }
        return reply;
    }

    private static Duration whole(Duration duration) {
        return Duration.ofSeconds(duration.toSeconds());
    }

    private static String line(Event event) {
        return new String(JSON.encode(event), UTF_8);
    }

    private static String line(Reply reply) {
        return new String(JSON.encode(reply), UTF_8);
    }
}
