package dev.natter.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.natter.protocol.codec.CommandDecoder;
import dev.natter.protocol.codec.LineDecoder;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.format.JsonReader;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.message.ServerLine;
import dev.natter.protocol.name.RoomName;
import dev.natter.server.ErrorLog;
import dev.natter.server.net.fanout.TestSocket;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Somebody sends any bytes and hangs up; two others listen. Each line has one answer, in order; what was accepted has
 * been heard by both, once, in order, and nothing else; nothing is left over.
 */
final class SessionFuzz {

    private static final byte[] IN_JSON = "FORMAT JSON\n".getBytes(UTF_8);

    @FuzzTest
    void eachLineIsAnsweredAndWhatIsAcceptedIsHeardOnce(byte[] input) {
        PipelineUnderTest pipeline = new PipelineUnderTest(100_000_000);
        TestSocket alice = pipeline.connects();
        TestSocket bob = pipeline.opens();
        PipelineUnderTest.sends(bob, "FORMAT JSON\n");
        pipeline.work(alice, bob);
        alice.takeReceived();
        bob.takeReceived();

        TestSocket somebody = pipeline.opens();
        somebody.writeInbound(Unpooled.wrappedBuffer(IN_JSON));
        sendCut(somebody, input);
        somebody.otherEndHasSaidAll();
        pipeline.work(somebody, alice, bob);
        pipeline.work(alice, bob);

        List<Request> requests = requests(input);
        boolean inJson = requests.stream().noneMatch(new Command.ChooseFormat(WireFormat.TEXT)::equals);
        List<Event.Message> heard = messages(bob.takeReceived());
        if (inJson) {
            List<Reply> replies = replies(withoutTelnet(somebody.takeReceivedBytes()));
            assertThat(replies).hasSize(requests.size());
            assertThat(heard).map(Event.Message::text).isEqualTo(said(requests, replies));
        }
        assertThat(Arrays.stream(alice.takeReceived().split("\n"))
                        .filter(line -> line.matches("\\[(?!server\\])[^ ]+\\] .*")))
                .hasSize(heard.size());
        assertThat(somebody.isOpen()).isFalse();
        assertThat(pipeline.chat().online()).isEqualTo(2);
        alice.close();
        bob.close();
        pipeline.work(alice, bob);
        assertThat(pipeline.chat().online()).isZero();
        assertThat(ErrorLog.take()).isEmpty();
    }

    private static void sendCut(TestSocket socket, byte[] input) {
        Random random = new Random(Arrays.hashCode(input));
        int longest = 1 + random.nextInt(32);
        for (int from = 0; from < input.length; ) {
            int to = Math.min(input.length, from + 1 + random.nextInt(longest));
            socket.writeInbound(Unpooled.copiedBuffer(input, from, to - from));
            from = to;
        }
    }

    /** What is to be answered: all but blank lines, up to the first QUIT. */
    private static List<Request> requests(byte[] input) {
        EmbeddedChannel reader = new EmbeddedChannel(new LineDecoder(CommandDecoder.MAX_LINE), new CommandDecoder());
        reader.writeInbound(Unpooled.wrappedBuffer(IN_JSON), Unpooled.copiedBuffer(input));
        reader.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        List<Request> requests = new ArrayList<>();
        boolean quit = false;
        for (Object each = reader.readInbound(); each != null; each = reader.readInbound()) {
            if (!quit && each instanceof Request request && !(request instanceof Request.Blank)) {
                requests.add(request);
                quit = request instanceof Command.Quit;
            }
        }
        reader.finishAndReleaseAll();
        return requests;
    }

    /** What of it went to the lobby, where the others are: current rooms are as the answers say. */
    private static List<String> said(List<Request> requests, List<Reply> replies) {
        List<String> said = new ArrayList<>();
        RoomName current = RoomName.LOBBY;
        for (int i = 0; i < replies.size(); i++) {
            Request request = requests.get(i);
            Reply reply = replies.get(i);
            if (reply instanceof Reply.Entered entered) {
                current = entered.room().room();
            } else if (reply instanceof Reply.Back back) {
                current = back.room().room();
            } else if (reply instanceof Reply.Done && request instanceof Command.Say say) {
                if (current.equals(RoomName.LOBBY)) {
                    said.add(say.text());
                }
            } else if (reply instanceof Reply.Done
                    && request instanceof Command.Tell tell
                    && tell.target() instanceof Command.Target.Room target
                    && target.name().equals(RoomName.LOBBY)) {
                said.add(tell.text());
            }
        }
        return said;
    }

    /** Without the answers to timing marks, which are no lines. */
    private static String withoutTelnet(byte[] received) {
        String bytes = new String(received, ISO_8859_1);
        return new String(bytes.replace("\u00FF\u00FC\u0006", "").getBytes(ISO_8859_1), UTF_8);
    }

    private static List<Reply> replies(String lines) {
        return read(lines).stream()
                .filter(Reply.class::isInstance)
                .map(Reply.class::cast)
                .toList();
    }

    private static List<Event.Message> messages(String lines) {
        return read(lines).stream()
                .filter(Event.Message.class::isInstance)
                .map(Event.Message.class::cast)
                .toList();
    }

    private static List<ServerLine> read(String lines) {
        return lines.lines().flatMap(line -> JsonReader.read(line).stream()).toList();
    }
}
