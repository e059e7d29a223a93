package dev.natter.client.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Arrays;

/** A member that speaks. Event loop only. */
final class Sender {

    private static final byte[] VERB = "MSG ".getBytes(US_ASCII);

    private final int number;
    private final Member member;
    private final Member observer;
    private final byte[] line;
    private int sent;

    /** How many of its messages its observer has yet to get; the load's own. */
    int inFlight;

    /** Whether the load knows that it may speak again; the load's own. */
    boolean isDue;

    /**
     * @param number its number among all senders, from 0
     * @param observer the member that tells when a message has arrived
     * @param size of a text, in bytes
     */
    Sender(int number, Member member, Member observer, int size) {
        this.number = number;
        this.member = member;
        this.observer = observer;
        line = new byte[VERB.length + size + 1];
        Arrays.fill(line, (byte) 'x');
        System.arraycopy(VERB, 0, line, 0, VERB.length);
        Stamp.write(line, VERB.length, number, 0);
        line[line.length - 1] = '\n';
    }

    /** Says the next messages, all in one write. */
    void say(int messages) {
        Channel channel = member.connection().channel();
        ByteBuf out = channel.alloc().buffer(messages * line.length);
        for (int i = 0; i < messages; i++) {
            Stamp.writeNumber(line, VERB.length, sent++);
            out.writeBytes(line);
        }
        channel.writeAndFlush(out);
    }

    int number() {
        return number;
    }

    /** How many messages it has sent, which is the number of the next. */
    int sent() {
        return sent;
    }

    Member member() {
        return member;
    }

    Member observer() {
        return observer;
    }
}
