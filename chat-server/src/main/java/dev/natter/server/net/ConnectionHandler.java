package dev.natter.server.net;

import dev.natter.protocol.codec.TimingMark;
import dev.natter.protocol.command.Request;
import dev.natter.server.net.fanout.FlowWindow;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pipeline's end: gives the {@link Participant} what was decoded, a read's worth at a time, and stops reading while
 * too much of it has yet to be carried out.
 */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

    private final Participant participant;
    private final FlowWindow underWay;
    private final ReadGate gate;
    private List<Object> batch = new ArrayList<>(1);

    /**
     * @param underWay counts the lines that have yet to be carried out
     * @param gate is closed while there are too many of them
     */
    ConnectionHandler(Participant participant, FlowWindow underWay, ReadGate gate) {
        this.participant = participant;
        this.underWay = underWay;
        this.gate = gate;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        assert msg instanceof Request || msg instanceof TimingMark;
        batch.add(msg);
        underWay.raise(1);
        if (underWay.isFull()) {
            gate.close(ReadGate.Reason.UNDER_WAY);
            handOver();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        handOver();
        ctx.fireChannelReadComplete();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof WelcomeWait.Greet greet) {
            participant.greet(greet.format());
        } else if (event instanceof ChannelInputShutdownEvent) {
            handOver();
            participant.endOfInput();
        } else if (event instanceof HttpRefusal.Answer answer) {
            handOver();
            participant.turnAway(answer.bytes());
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** A failed read, or a fault of ours; failed writes are the {@code Outbox}'s business. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof VirtualMachineError) {
            LOG.error("{} failed: {}", participant, cause.toString()); // out of memory: where does not matter
        } else if (!(cause instanceof IOException)) {
            LOG.error("{} failed", participant, cause);
        }
        handOver();
        participant.lost();
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        handOver();
        participant.lost();
        LOG.debug("{} is closed", participant);
        ctx.fireChannelInactive();
    }

    private void handOver() {
        if (!batch.isEmpty()) {
            participant.carryOut(batch);
            batch = new ArrayList<>(batch.size()); // whoever sends much at once goes on doing so
        }
    }
}
