package dev.natter.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The way to the operator's terminal, which nobody waits for. */
final class ConsoleOutletTest {

    private static final int MAX_WAITING = 10_000;

    private static final Event.PrivateMessage PSST =
            new Event.PrivateMessage(Instant.parse("2026-11-20T09:30:00Z"), Nick.SERVER, Nick.of("bob"), "psst");

    @Test
    void showsWhatIsSaidInOrder() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ConsoleOutlet outlet = new ConsoleOutlet(screen);
        outlet.reply(new Reply.Pong("1"));
        outlet.hear(PSST);
        outlet.hearOwn(PSST);
        outlet.hearOwn(new Event.Message(PSST.time(), RoomName.LOBBY, Nick.SERVER, "hello"), true);
        outlet.speak(WireFormat.JSON);
        outlet.reply(new Reply.Pong("2"));
        outlet.flush();
        assertThat(screen.toString(UTF_8)).isEqualTo("""
                        [server] pong 1
                        [server to you] psst
                        [you to bob] psst
                        [server] hello
                        {"type":"ok","command":"PING","token":"2"}
                        """);
        assertThat(outlet.format()).isEqualTo(WireFormat.JSON);
    }

    @Test
    void aStoppedTerminalHoldsNobodyUpAndShowsTheFirstOfItLater() throws InterruptedException {
        StoppedTerminal terminal = new StoppedTerminal();
        ConsoleOutlet outlet = new ConsoleOutlet(terminal);
        for (int i = 0; i < 3 * MAX_WAITING; i++) {
            outlet.reply(new Reply.Pong(String.valueOf(i)));
        }
        assertThat(outlet.hasRoom()).isTrue();
        outlet.flush();
        assertThat(terminal.isBlank()).isTrue();
        terminal.goesOn();
        for (int i = 0; i < MAX_WAITING; i++) {
            assertThat(terminal.takeLine()).isEqualTo("[server] pong " + i + "\n");
        }
    }

    @Test
    void aTerminalThatIsGoneDoesNoHarm() {
        ConsoleOutlet outlet = new ConsoleOutlet(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Input/output error");
            }
        });
        outlet.reply(new Reply.Pong("1"));
        outlet.reply(new Reply.Pong("2"));
        outlet.flush();
    }

    @Test
    void theLogCallsItTheConsole() {
        assertThat(new ConsoleOutlet(OutputStream.nullOutputStream())).hasToString("console");
    }

    private static final class StoppedTerminal extends OutputStream {

        private final CountDownLatch stopped = new CountDownLatch(1);
        private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();

        void goesOn() {
            stopped.countDown();
        }

        boolean isBlank() {
            return shown.isEmpty();
        }

        String takeLine() throws InterruptedException {
            return shown.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            shown.add(new String(bytes, offset, length, UTF_8));
        }
    }
}
