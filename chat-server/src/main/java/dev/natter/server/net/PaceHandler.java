package dev.natter.server.net;

import dev.natter.protocol.codec.Line;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;

/**
 * Slows down whoever is too fast, by not reading for a moment: what was sent waits, in the decoder and then with the
 * sender. A line of any kind counts, also one that asks for nothing.
 */
final class PaceHandler extends ChannelInboundHandlerAdapter {

    private final ReadGate gate;
    private final Ticker ticker;
    private final TokenBucket lines;
    private final Participant participant;

    PaceHandler(Pace pace, ReadGate gate, EventExecutor loop, Participant participant) {
        this.participant = participant;
        this.gate = gate;
        this.ticker = loop.ticker();
        this.lines = new TokenBucket(pace.rate(), pace.burst(), ticker.nanoTime());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof Line && !participant.isClosing()) { // else it is for nobody, and had better come soon
            long wait = lines.take(ticker.nanoTime());
            if (wait > 0) {
                gate.close(ReadGate.Reason.TOO_FAST);
                participant.isHeldUp();
                ctx.executor().schedule(() -> gate.open(ReadGate.Reason.TOO_FAST), wait, TimeUnit.NANOSECONDS);
            }
        }
        ctx.fireChannelRead(msg);
    }
}
