package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ServerLine;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Optional;

/** Whatever somebody says stays what it is in JSON, and steers no terminal; a line from anywhere is read or refused. */
final class FormatsFuzz {

    private static final Nick NICK = Nick.of("alice");

    @FuzzTest
    void whatIsSaidIsKeptAndHarmless(byte[] input) throws CharacterCodingException {
        String text = new String(input, UTF_8);
        Event.Message message = new Event.Message(Instant.EPOCH, RoomName.LOBBY, NICK, text);
        assertThat(JsonReader.read(json(message))).contains(message);
        assertThat(text(message))
                .endsWith("\n")
                .satisfies(line -> assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1));
        readAndWritten(text);
    }

    private static void readAndWritten(String line) throws CharacterCodingException {
        Optional<ServerLine> read;
        try {
            read = JsonReader.read(line);
        } catch (IllegalArgumentException refused) {
            return;
        }
        if (read.isPresent()) {
            String written = json(read.get());
            assertThat(json(JsonReader.read(written).orElseThrow())).isEqualTo(written);
            text(read.get());
        }
    }

    private static String json(ServerLine line) throws CharacterCodingException {
        return harmless(encode(WireFormat.JSON, Perspective.HERE, line));
    }

    private static String text(ServerLine line) throws CharacterCodingException {
        String here = harmless(encode(WireFormat.TEXT, Perspective.HERE, line));
        harmless(encode(WireFormat.TEXT, Perspective.ELSEWHERE, line));
        return here;
    }

    private static byte[] encode(WireFormat format, Perspective perspective, ServerLine line) {
        Format writer = Format.of(format, perspective);
        return line instanceof Event event ? writer.encode(event) : writer.encode((Reply) line);
    }

    private static String harmless(byte[] lines) throws CharacterCodingException {
        String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(lines)).toString();
        assertThat(text.chars().filter(c -> c != '\n' && SafeText.isUnsafe((char) c)))
                .isEmpty();
        return text;
    }
}
