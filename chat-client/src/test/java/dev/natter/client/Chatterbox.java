package dev.natter.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.testkit.Telnet;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Somebody with a raw connection who pours messages into a room: {@code chatter 1}, {@code chatter 2} and so on. The server
 * must not pace its people.
 */
public final class Chatterbox implements AutoCloseable {

    private static final int TICK_MILLIS = 10;

    /** The server may slow down whoever speaks to somebody who is behind. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Telnet telnet;
    private final int perSecond;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> talk;
    private final long start = System.nanoTime();
    /** Belongs to the thread, until that has ended. */
    private long said;

    private Chatterbox(Telnet telnet, int perSecond) {
        this.telnet = telnet;
        this.perSecond = perSecond;
        talk = thread.scheduleAtFixedRate(this::sayWhatIsDue, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Comes, takes the name, enters the room, and begins to talk.
     *
     * @param perSecond messages per second; what cannot be said in time is said later
     */
    public static Chatterbox talks(InetSocketAddress server, String nick, String room, int perSecond) {
        Telnet telnet = Telnet.connect(nick, server, PATIENCE).takesWelcome().takesNick(nick);
        telnet.sends("JOIN " + room).settles();
        return new Chatterbox(telnet, perSecond);
    }

    private void sayWhatIsDue() {
        long due = perSecond * (System.nanoTime() - start) / 1_000_000_000;
        StringBuilder lines = new StringBuilder();
        while (said < due) {
            said++;
            lines.append("MSG chatter ").append(said).append('\n');
        }
        // Having settled, it has read what others say, and all have heard.
        telnet.sendsBytes(lines.toString().getBytes(UTF_8)).settles();
    }

    /**
     * Stops talking, and stays.
     *
     * @return the number of the last message, which is on its way to everybody in the room
     */
    public long stops() throws InterruptedException, ExecutionException {
        talk.cancel(false);
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it cannot stop talking");
        }
        try {
            talk.get();
        } catch (CancellationException e) {
            // As it should be; it would have failed with whatever kept it from talking.
        }
        return said;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        telnet.close();
    }
}
