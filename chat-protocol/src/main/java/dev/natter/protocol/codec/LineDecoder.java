package dev.natter.protocol.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to lines. Passes on {@link Line}s and {@link TimingMark}s.
 *
 * <p>Switching auto-read off stops it at once, in the middle of what was read: one read can hold thousands of lines,
 * each of which may cause an answer a thousand times its size. What it holds back then (one read's worth, at most) it
 * passes on when reading is switched on again. The end of input ({@link ChannelInputShutdownEvent}) keeps its place
 * behind the lines. Event loop only.
 */
public final class LineDecoder extends ChannelDuplexHandler {

    private final TelnetFilter telnet = new TelnetFilter();
    private final LineAssembler assembler;

    private @Nullable ByteBuf held;
    private @Nullable Object endOfInput;
    private boolean inputEnded;
    private boolean decoding;

    /** @param maxLength the longest line, in bytes, its end and Telnet sequences not counted */
    public LineDecoder(int maxLength) {
        this.assembler = new LineAssembler(maxLength);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf in = (ByteBuf) msg;
        held = held == null ? in : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), held, in);
        decode(ctx);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            endOfInput = event;
            decode(ctx);
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** Reading was switched on: what is held comes first. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (held != null || endOfInput != null) {
            decode(ctx);
            // The transport ends only those reads that it began itself.
            ctx.fireChannelReadComplete();
        }
        // Once the input has ended, epoll takes a request for more of it as a mistake.
        if (mayPassOn(ctx) && !inputEnded) {
            ctx.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        releaseHeld();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        releaseHeld();
    }

    private void decode(ChannelHandlerContext ctx) {
        if (decoding) {
            return; // whoever got a line switched reading on: the loop below goes on by itself
        }
        decoding = true;
        try {
            // Whoever gets a line may remove this handler: nothing is remembered from one byte to the next.
            while (held != null && mayPassOn(ctx)) {
                if (held.isReadable()) {
                    decode(ctx, held.readByte());
                }
                if (held != null && !held.isReadable()) {
                    releaseHeld();
                }
            }
            if (held == null && endOfInput != null && mayPassOn(ctx)) {
                passOn(ctx, assembler.finish());
            }
            // Asked anew, for whoever got that last line may have switched reading off.
            if (held == null && endOfInput != null && mayPassOn(ctx)) {
                Object event = endOfInput;
                endOfInput = null;
                ctx.fireUserEventTriggered(event);
            }
        } finally {
            decoding = false;
        }
    }

    private void decode(ChannelHandlerContext ctx, byte b) {
        switch (telnet.classify(b)) {
            case TYPED -> passOn(ctx, assembler.add(b));
            case INVALID -> {
                assembler.invalidate();
                passOn(ctx, assembler.add(b));
            }
            case TIMING_MARK -> ctx.fireChannelRead(TimingMark.REQUESTED);
            case PART_OF_A_SEQUENCE -> {}
        }
    }

    private static void passOn(ChannelHandlerContext ctx, @Nullable Line line) {
        if (line != null) {
            ctx.fireChannelRead(line);
        }
    }

    private static boolean mayPassOn(ChannelHandlerContext ctx) {
        return ctx.channel().config().isAutoRead();
    }

    private void releaseHeld() {
        if (held != null) {
            held.release();
            held = null;
        }
    }
}
