package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many people on one thread: all of them do the same, and are listened to at once. */
final class Crowd implements AutoCloseable {

    /** Only a failure takes as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Selector selector = Selector.open();
    private final List<Member> members = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

    private record Member(SocketChannel channel, Lines heard) {}

    /** What came in, with a look at its end that copies nothing. */
    private static final class Lines extends ByteArrayOutputStream {
        boolean endsWith(byte[] end) {
            int from = count - end.length;
            return from >= 0 && Arrays.equals(buf, from, count, end, 0, end.length);
        }
    }

    /** Connects so many, one after the other. */
    Crowd(int size, SocketAddress address) throws IOException {
        for (int i = 0; i < size; i++) {
            Member member = new Member(SocketChannel.open(address), new Lines());
            members.add(member);
            member.channel().configureBlocking(false);
            member.channel().register(selector, SelectionKey.OP_READ, member);
        }
    }

    /** Each of them sends this line. */
    Crowd sends(String line) throws IOException {
        for (Member member : members) {
            write(member, line);
        }
        return this;
    }

    private static void write(Member member, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            member.channel().write(bytes);
        }
    }

    /** What each of them has heard since the last time, up to this line. Nothing may come behind it. */
    List<String> hearUntil(String line) throws IOException {
        byte[] end = (line + "\n").getBytes(UTF_8);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long waiting =
                members.stream().filter(member -> !member.heard().endsWith(end)).count();
        while (waiting > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(waiting + " of " + members.size() + " did not hear: " + line);
            }
            selector.select(Math.max(1, left / 1_000_000));
            for (SelectionKey key : selector.selectedKeys()) {
                Member member = (Member) key.attachment();
                boolean before = member.heard().endsWith(end);
                read(member);
                waiting += (before ? 1 : 0) - (member.heard().endsWith(end) ? 1 : 0);
            }
            selector.selectedKeys().clear();
        }
        return takeHeard();
    }

    private void read(Member member) throws IOException {
        while (member.channel().read(buffer.clear()) > 0) {
            member.heard().write(buffer.array(), 0, buffer.position());
        }
    }

    private List<String> takeHeard() {
        List<String> heard = new ArrayList<>();
        for (Member member : members) {
            heard.add(member.heard().toString(UTF_8));
            member.heard().reset();
        }
        return heard;
    }

    /** All go at once: the first of three says QUIT, the second just closes, the third vanishes with a reset. */
    void goesInAllWays() throws IOException {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (i % 3 == 0) {
                write(member, "QUIT");
            } else if (i % 3 == 2) {
                member.channel().setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            member.channel().close();
        }
        close();
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.channel().close();
        }
        members.clear();
        selector.close();
    }
}
