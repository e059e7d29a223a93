package dev.natter.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.command.CommandParser;
import dev.natter.server.command.CommandQueue;
import dev.natter.server.command.Dispatcher;
import dev.natter.server.command.ServerControl;
import dev.natter.server.core.Chat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's own terminal: whoever types here is operator {@code server}, hears the lobby, and is neither counted nor
 * listed. Reading and writing have a thread each, since a terminal can be stopped and the chat must not wait for it.
 */
public final class Console {

    /** Stops the server, as it did in the course-work servers of old; {@code SHUTDOWN} does the same. */
    private static final String CLOSE = "\\close";

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    /** Somebody may have put a program in front of it, which writes faster than the chat takes it. */
    private static final int MAX_LINES_UNDER_WAY = 256;

    private final Executor owner;
    private final Clock clock;
    private final Dispatcher dispatcher;
    private final Consumer<String> stop;
    private final ConsoleOutlet outlet;
    private final Semaphore underWay = new Semaphore(MAX_LINES_UNDER_WAY);
    private @Nullable CommandQueue queue;

    /**
     * @param owner the chat's thread
     * @param stop stops the server, with what everyone is told
     */
    public Console(Executor owner, Clock clock, Dispatcher dispatcher, Consumer<String> stop, OutputStream out) {
        this.owner = owner;
        this.clock = clock;
        this.dispatcher = dispatcher;
        this.stop = stop;
        this.outlet = new ConsoleOutlet(out);
    }

    /** Lets the console take part. Owner thread; to be called once, before what is read can arrive there. */
    public void open(Chat chat) {
        queue = new CommandQueue(dispatcher, chat.connectConsole(outlet), clock, underWay::release);
    }

    /** Reads lines until the input ends; the end of input ends nothing else. Returns at once. */
    public void read(InputStream in) {
        Thread reader = new Thread(() -> readLines(in), "natter-console-in");
        reader.setDaemon(true);
        reader.start();
    }

    private void readLines(InputStream in) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String typed = line;
                underWay.acquire();
                owner.execute(() -> carryOut(typed));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            LOG.debug("the server has stopped: nobody listens to the console any more");
        } catch (IOException e) {
            LOG.debug("the console's input failed", e);
        }
    }

    private void carryOut(String line) {
        if (line.strip().equals(CLOSE)) {
            underWay.release();
            LOG.info("the console closes the server");
            stop.accept(ServerControl.DEFAULT_REASON);
        } else if (queue != null) {
            queue.add(CommandParser.parse(line));
        }
    }

    /** Waits until what was said has been written, for a moment at most. */
    public void flush() {
        outlet.flush();
    }
}
