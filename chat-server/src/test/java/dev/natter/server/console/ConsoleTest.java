package dev.natter.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.command.Dispatcher;
import dev.natter.server.command.FakeControl;
import dev.natter.server.core.ChatUnderTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever types into the server itself. */
final class ConsoleTest {

    private final ChatUnderTest chat = new ChatUnderTest();
    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> stops = new LinkedBlockingQueue<>();
    private final Console console = new Console(
            owner, chat.clock(), new Dispatcher(chat.chat(), new FakeControl(), null), stops::add, new Screen());

    private final class Screen extends OutputStream {

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            screen.add(new String(bytes, offset, length, UTF_8));
        }
    }

    @AfterEach
    void end() {
        owner.shutdown();
    }

    @Test
    void everyLineIsACommandAlsoTheLastOne() throws Exception {
        reads(typed("PING hello\n  echo ON\r\n\nFOO\nPING last"));
        assertShown("[server] pong hello\n");
        assertShown("[server] echo is on\n");
        assertShown("[server] error: unknown command \"FOO\"; HELP lists the commands\n");
        assertShown("[server] pong last\n");
        assertThat(stops).as("the end of input stops nothing").isEmpty();
    }

    @Test
    void moreThanMayBeUnderWayIsCarriedOutToo() throws Exception {
        int count = 1_000;
        reads(typed("PING\n\n".repeat(count)));
        for (int i = 0; i < count; i++) {
            assertShown("[server] pong\n");
        }
    }

    @Test
    void backslashCloseStopsTheServer() throws Exception {
        reads(typed(" \\close \n"));
        assertThat(stops.poll(10, TimeUnit.SECONDS)).isEqualTo("the server is shutting down");
    }

    @Test
    void inputThatFailsStopsNothing() throws Exception {
        reads(new SequenceInputStream(typed("PING\n"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        }));
        assertShown("[server] pong\n");
        assertThat(stops).isEmpty();
    }

    private void reads(InputStream in) {
        owner.execute(() -> console.open(chat.chat()));
        console.read(in);
    }

    private void assertShown(String line) throws InterruptedException {
        assertThat(screen.poll(10, TimeUnit.SECONDS)).isEqualTo(line);
    }

    private static InputStream typed(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
