package dev.natter.server.net.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A connection on {@link OneLoop}, and the other end of its socket. */
final class Member implements Outbox.Listener {

    private final LoopFanOut fanOut;
    private final Outbox outbox;
    private final Connection connection;
    private final TestSocket socket = new TestSocket();
    private final List<String> told = new ArrayList<>();
    private boolean behind;

    Member(LoopFanOut fanOut, long id, long maxUnread) {
        this.fanOut = fanOut;
        this.outbox = new Outbox(fanOut, new Bounds(maxUnread, Duration.ofSeconds(30)), this);
        this.connection = new Connection(id, "an address", fanOut, outbox, () -> told.add("session ends"));
        socket.pipeline().addLast(outbox);
    }

    TestSocket socket() {
        return socket;
    }

    Outbox outbox() {
        return outbox;
    }

    Connection connection() {
        return connection;
    }

    /** What the server was told of the connection since the last call. */
    List<String> takeTold() {
        List<String> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    @Override
    public void hasRoom() {
        told.add("has room");
    }

    @Override
    public void isBehind(boolean now) {
        assertThat(now || behind).as("it was behind, or is").isTrue();
        behind = now;
    }

    /** Whether those who speak should wait, as far as the server was told. */
    boolean isBehind() {
        return behind;
    }

    @Override
    public void isTooSlow() {
        told.add("is too slow");
    }

    @Override
    public void isReset() {
        told.add("is reset");
    }

    // Steps of the loop's sequence.

    Member joins(LoopAudience audience) {
        fanOut.then(() -> audience.join(outbox));
        return this;
    }

    void leaves(LoopAudience audience) {
        fanOut.then(() -> audience.leave(outbox));
    }

    void isTold(String text) {
        fanOut.then(() -> outbox.tell(text.getBytes(UTF_8)));
    }

    void gets(String reply) {
        connection.reply(reply.getBytes(UTF_8));
    }

    void says(LoopAudience audience, String text) {
        fanOut.then(() -> audience.say(text.getBytes(UTF_8), outbox));
    }

    void closes() {
        fanOut.then(outbox::close);
    }

    void endsWith(String text) {
        fanOut.then(() -> outbox.endWith(text.getBytes(UTF_8)));
    }

    Member received(String expected) {
        assertThat(socket.takeReceived()).isEqualTo(expected);
        return this;
    }
}
