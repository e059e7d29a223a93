package dev.natter.server.net;

import dev.natter.protocol.codec.CommandDecoder;
import dev.natter.protocol.codec.LineDecoder;
import dev.natter.protocol.codec.PeerReset;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.server.net.fanout.Bounds;
import dev.natter.server.net.fanout.FanOut;
import dev.natter.server.net.fanout.FlowWindow;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a connection's pipeline, in the order in which bytes come in:
 *
 * <pre>
 * tls       looks at the first byte, and goes away, or makes way for TLS
 * lines     bytes → lines, without Telnet's sequences
 * http      turns HTTP away, goes away with the first command
 * pace      stops reading for a moment where they come too fast
 * commands  lines → requests
 * welcome   waits for the first of them, then goes away
 * outbox    the way out: ticks → bytes
 * chat      requests → the owner thread
 * </pre>
 */
final class ConnectionPipeline {

    static final String COMMANDS = "commands";
    static final String WELCOME = "welcome";
    static final String NO_PLAIN_TEXT = "no-plain-text";

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPipeline.class);

    /** How many of a connection's lines may wait to be carried out before no more are decoded. */
    private static final int MAX_LINES_UNDER_WAY = 256;

    private final CommandDecoder commandDecoder = new CommandDecoder();
    private final AtomicLong connections = new AtomicLong();

    private final ChatThread thread;
    private final FanOut fanOut;
    private final ChannelGroup all;
    private final Pace pace;
    private final Bounds bounds;

    /**
     * @param all gets every connection, also those that are refused
     * @param pace how fast a connection may be
     * @param bounds how much it may leave unread
     */
    ConnectionPipeline(ChatThread thread, FanOut fanOut, ChannelGroup all, Pace pace, Bounds bounds) {
        this.thread = thread;
        this.fanOut = fanOut;
        this.all = all;
        this.pace = pace;
        this.bounds = bounds;
    }

    /**
     * Makes the channel a connection of the chat.
     *
     * @param operator whether it is an operator's from the start, who may be as fast as they like
     * @param onSessionEnd called once when its session is over, if it ever became one
     */
    void admit(Channel channel, String address, boolean operator, Runnable onSessionEnd) {
        ReadGate gate = new ReadGate(channel);
        FlowWindow underWay = new FlowWindow(MAX_LINES_UNDER_WAY, () -> goOnReading(channel, gate));
        Participant participant = new Participant(
                thread,
                connections.incrementAndGet(),
                address,
                gate,
                fanOut.of(channel.eventLoop()),
                operator,
                bounds,
                () -> underWay.lower(1),
                () -> channel.pipeline().fireUserEventTriggered(PeerReset.SEEN),
                onSessionEnd);
        LOG.debug("{} is open", participant);
        begin(channel);
        if (pace.isLimited() && !operator) {
            channel.pipeline().addAfter("lines", "pace", new PaceHandler(pace, gate, channel.eventLoop(), participant));
        }
        channel.pipeline().addAfter("lines", "http", new HttpRefusal());
        channel.pipeline().addLast("outbox", participant.outbox());
        channel.pipeline().addLast("chat", new ConnectionHandler(participant, underWay, gate));
    }

    /** Makes the channel one that is told why it cannot be a connection. */
    void refuse(Channel channel, String reason) {
        begin(channel);
        channel.pipeline().addLast("refusal", new RefusalHandler(ErrorCode.TOO_MANY_CONNECTIONS, reason));
    }

    /** Lets the channel in with TLS only, and tells it so. */
    static void refusePlainText(Channel channel) {
        channel.pipeline()
                .addAfter(
                        WELCOME,
                        NO_PLAIN_TEXT,
                        new RefusalHandler(
                                ErrorCode.TLS_REQUIRED,
                                "this server speaks only TLS with other machines (ncat --ssl does, or natter chat --tls)"));
    }

    private void begin(Channel channel) {
        all.add(channel);
        channel.pipeline()
                .addLast("lines", new LineDecoder(CommandDecoder.MAX_LINE))
                .addLast(COMMANDS, commandDecoder)
                .addLast(WELCOME, new WelcomeWait());
    }

    /** In the loop, behind whatever it is doing: it may just be about to stop reading. */
    private static void goOnReading(Channel channel, ReadGate gate) {
        channel.eventLoop().execute(() -> gate.open(ReadGate.Reason.UNDER_WAY));
    }
}
