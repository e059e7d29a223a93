package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.cases.RandomText;
import dev.natter.protocol.message.Reply;
import org.junit.jupiter.api.Test;

final class JsonFormatTest {

    private static final JsonFormat JSON = new JsonFormat();

    @Test
    void eventsAreWrittenAsTheGoldenFileSays() {
        StringBuilder actual = new StringBuilder();
        Samples.events()
                .forEach((name, event) -> actual.append("# " + name + "\n").append(text(JSON.encode(event))));
        new Golden("events-json.txt").isExactly(actual.toString());
    }

    @Test
    void repliesAreWrittenAsTheGoldenFileSays() {
        StringBuilder actual = new StringBuilder();
        Samples.replies()
                .forEach((name, reply) -> actual.append("# " + name + "\n").append(text(JSON.encode(reply))));
        new Golden("replies-json.txt").isExactly(actual.toString());
    }

    @Test
    void everyCharacterIsEitherKeptOrEscaped() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                String token = Character.toString(c);
                assertThat(text(JSON.encode(new Reply.Pong(token))))
                        .isEqualTo("{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"" + written(c) + "\"}\n");
            }
        }
    }

    @Test
    void aLongTextOfCharactersOutsideTheBasicPlaneIsKeptWhereverItsHalvesFall() {
        for (int before = 0; before < 8; before++) {
            String token = "a".repeat(before) + "\uD83D\uDE00".repeat(1990);
            assertThat(text(JSON.encode(new Reply.Pong(token)))).contains("\"" + token + "\"");
        }
    }

    @Test
    void aLineIsOneLineOfSafeCharactersWhateverIsSaid() {
        RandomText random = new RandomText(6);
        for (int i = 0; i < 20_000; i++) {
            String line = text(JSON.encode(new Reply.Pong(random.ofCharacters(20))));
            assertThat(line).endsWith("}\n");
            assertThat(line.chars().limit(line.length() - 1).filter(c -> c == '\t' || SafeText.isUnsafe((char) c)))
                    .isEmpty();
        }
    }

    private static String written(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        boolean escaped = c < ' ' || (c <= Character.MAX_VALUE && SafeText.isUnsafe((char) c));
        return escaped ? "\\u" + Integer.toHexString(0x10000 + c).substring(1) : Character.toString(c);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
